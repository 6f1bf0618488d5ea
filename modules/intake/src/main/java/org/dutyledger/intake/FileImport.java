package org.dutyledger.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.contract.codec.FactLines;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the facts of a JSON-lines file to a running service, as a stream: the file may be bigger
 * than the memory. A broken line is refused alone. Sending a file again changes nothing, so an
 * import that was cut off is simply repeated.
 */
public final class FileImport {

    private static final int CHUNK_BYTES = 4 * 1024 * 1024;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final HttpClient client;
    private final URI facts;
    private final JsonMapper json;

    /**
     * @param server root of the service, such as {@code http://127.0.0.1:8080}
     */
    public FileImport(HttpClient client, URI server, JsonMapper json) {
        this.client = client;
        this.facts = server.resolve("/api/v1/facts");
        this.json = json;
    }

    /** Is told how it goes, on the thread that imports. */
    public interface Listener {

        /** So many bytes of the file, and facts in them, have their verdicts. */
        default void progress(long bytes, long facts) {}

        /** A fact was not recorded. */
        default void refused(Refused refused) {}
    }

    /**
     * A fact that was not recorded.
     *
     * @param line number in the file, from 1
     * @param verdict conflict or rejected
     */
    public record Refused(
            long line,
            @Nullable String source,
            @Nullable String id,
            FactVerdict.Outcome verdict,
            List<Reason> reasons) {}

    /** What became of the facts of a file, by verdict. */
    public record Summary(long recorded, long duplicate, long conflict, long rejected) {

        static final Summary NOTHING = new Summary(0, 0, 0, 0);

        /** All facts of the file. */
        public long facts() {
            return recorded + duplicate + conflict + rejected;
        }

        Summary and(FactVerdict.Outcome verdict) {
            return switch (verdict) {
                case RECORDED -> new Summary(recorded + 1, duplicate, conflict, rejected);
                case DUPLICATE -> new Summary(recorded, duplicate + 1, conflict, rejected);
                case CONFLICT -> new Summary(recorded, duplicate, conflict + 1, rejected);
                case REJECTED -> new Summary(recorded, duplicate, conflict, rejected + 1);
            };
        }
    }

    /** The service answered, but did not take the facts. */
    public static final class RefusedByServerException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedByServerException(int status, String body) {
            super("the service answered %d: %s".formatted(status, body));
            this.status = status;
        }

        private boolean passes() {
            return status >= 500;
        }
    }

    /**
     * Imports one file.
     *
     * @throws RefusedByServerException if the service does not take facts like these
     * @throws IOException if the file cannot be read, or the service stays out of reach over
     *     several attempts; what was imported before counts
     */
    public Summary run(Path file, Listener listener) throws IOException, InterruptedException {
        try (var channel = Files.newByteChannel(file);
                var lines = new FactLines(Channels.newInputStream(channel))) {
            Summary summary = Summary.NOTHING;
            for (List<FactLines.Line> chunk = chunk(lines);
                    !chunk.isEmpty();
                    chunk = chunk(lines)) {
                summary = send(chunk, summary, listener);
                listener.progress(channel.position(), summary.facts());
            }
            return summary;
        }
    }

    private static List<FactLines.Line> chunk(FactLines lines) throws IOException {
        var chunk = new ArrayList<FactLines.Line>();
        int bytes = 0;
        while (chunk.size() < FactLimits.CHUNK && bytes < CHUNK_BYTES) {
            FactLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            chunk.add(line);
            bytes += line.bytes().length + 1;
        }
        return chunk;
    }

    private Summary send(List<FactLines.Line> chunk, Summary before, Listener listener)
            throws IOException, InterruptedException {
        Summary summary = before;
        Iterator<FactLines.Line> line = chunk.iterator();
        for (JsonNode fact : post(body(chunk)).path("facts")) {
            long number = line.next().number();
            var verdict = FactVerdict.Outcome.of(fact.path("verdict").asString());
            summary = summary.and(verdict);
            switch (verdict) {
                case RECORDED, DUPLICATE -> {}
                case CONFLICT, REJECTED -> listener.refused(refused(number, verdict, fact));
            }
        }
        return summary;
    }

    private static byte[] body(List<FactLines.Line> chunk) {
        var body = new ByteArrayOutputStream();
        for (FactLines.Line line : chunk) {
            body.writeBytes(line.bytes());
            body.write('\n');
        }
        return body.toByteArray();
    }

    private Refused refused(long line, FactVerdict.Outcome verdict, JsonNode fact) {
        List<Reason> reasons =
                fact.path("reasons")
                        .valueStream()
                        .map(r -> json.treeToValue(r, Reason.class))
                        .toList();
        return new Refused(
                line,
                fact.path("source").asString(null),
                fact.path("id").asString(null),
                verdict,
                reasons);
    }

    private JsonNode post(byte[] body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(facts)
                        .header("Content-Type", HttpFacts.JSON_LINES)
                        .timeout(TIMEOUT)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
            } catch (RefusedByServerException e) {
                if (!e.passes()) {
                    throw e;
                }
            } catch (IOException e) {
                // The service may be starting; facts that it took already count once.
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2);
        }
        return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private JsonNode answer(HttpResponse<String> response) throws RefusedByServerException {
        if (response.statusCode() != 202) {
            throw new RefusedByServerException(response.statusCode(), response.body());
        }
        return json.readTree(response.body());
    }
}
