package org.dutyledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsOverHttpTest {

    private static final AtomicBoolean DOWN = new AtomicBoolean();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk =
                new Walk(
                        FactsOverHttpTest.class,
                        "http",
                        1,
                        recorder -> new Failing(recorder, DOWN));
    }

    @AfterAll
    static void stop() {
        walk.close();
    }

    @Test
    void oneStructuredFact() throws Exception {
        String fact = Facts.of("one", "one");
        JsonNode first = accepted("application/cloudevents+json; charset=utf-8", fact);
        assertThat(first.toString())
                .isEqualTo(
                        "{\"counts\":{\"conflict\":0,\"duplicate\":0,\"recorded\":1,\"rejected\":0},"
                                + "\"facts\":[{\"source\":\"/providers/acme/triage\",\"id\":\"one\","
                                + "\"verdict\":\"recorded\",\"reasons\":[]}]}");
        assertThat(verdicts(accepted("application/cloudevents+json", fact)))
                .containsExactly("duplicate");
        assertThat(
                        verdicts(
                                accepted(
                                        "application/cloudevents+json",
                                        fact.replace("said one", "said two"))))
                .containsExactly("conflict");
        assertThat(walk.recorded("acme/one")).containsExactly("one");
    }

    @Test
    void oneBinaryFact() throws Exception {
        var request =
                request()
                        .header("content-type", "application/json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "binary")
                        .header("ce-source", "/providers/acme/triage")
                        .header("ce-subject", "binary")
                        .header("ce-type", "org.dutyledger.risk.reported.v1")
                        .header("ce-time", "2026-01-05T10:00:00+08:00")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"risk\":\"R-1\"}"))
                        .build();

        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(verdicts(JSON.readTree(response.body()))).containsExactly("recorded");
        assertThat(walk.recorded("acme/binary")).containsExactly("binary");
    }

    @Test
    void aBatchHasAVerdictForEachFactInOrder() throws Exception {
        var facts = new ArrayList<String>();
        IntStream.range(0, 2500).forEach(n -> facts.add(Facts.of("batch", "b" + n)));
        facts.set(1200, facts.get(1200).replace("\"R-1\"", "17"));
        facts.set(2000, facts.get(3));

        JsonNode answer =
                accepted(
                        "application/cloudevents-batch+json",
                        "[" + String.join(",\n", facts) + "]");

        List<String> verdicts = verdicts(answer);
        assertThat(verdicts).hasSize(2500);
        assertThat(verdicts.get(1199)).isEqualTo("recorded");
        assertThat(verdicts.get(1200)).isEqualTo("rejected");
        assertThat(verdicts.get(2000)).isEqualTo("duplicate");
        assertThat(answer.path("counts").path("recorded").asInt()).isEqualTo(2498);
        JsonNode reason = answer.path("facts").path(1200).path("reasons").path(0);
        assertThat(reason.path("pointer").asString()).isEqualTo("/data/risk");
        assertThat(reason.path("rule").asString()).isEqualTo("type");
        assertThat(walk.recorded("acme/batch")).hasSize(2498);
    }

    @Test
    void aFactThatIsTooLargeIsRejectedWithItsReason() throws Exception {
        String large = Facts.of("large", "large").replace("said large", "x".repeat(10_000_000));

        JsonNode answer = accepted("application/cloudevents+json", large);

        assertThat(verdicts(answer)).containsExactly("rejected");
        assertThat(answer.at("/facts/0/reasons/0/rule").asString()).isEqualTo("too-large");
    }

    @Test
    void aRequestThatIsNoneIsAProblem() throws Exception {
        problem(400, post("application/cloudevents+json", "no json at all"));
        problem(400, post("application/cloudevents-batch+json", "[" + Facts.valid("x")));
        problem(400, post("application/cloudevents-batch+json", Facts.valid("x")));
        problem(415, post("text/plain", "fact"));
        problem(415, post("application/xml", "<fact/>"));
        problem(413, post("application/x-ndjson", "\n".repeat(17_000_000)));
        var none = request().POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        problem(415, CLIENT.send(none, HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void aFileIsImportedWithAVerdictForEachBrokenLine(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("facts.jsonl");
        var lines = new ArrayList<String>();
        IntStream.range(0, 2300).forEach(n -> lines.add(Facts.of("file", "l" + n)));
        lines.add(10, "");
        lines.add(20, "{\"specversion\":");
        lines.add(Facts.of("file", "l5").replace("said l5", "changed"));
        Files.write(file, lines);
        var refused = new ArrayList<FileImport.Refused>();
        var progress = new ArrayList<Long>();
        var listener =
                new FileImport.Listener() {
                    @Override
                    public void progress(long bytes, long facts) {
                        progress.add(bytes);
                    }

                    @Override
                    public void refused(FileImport.Refused each) {
                        refused.add(each);
                    }
                };

        var summary = new FileImport(CLIENT, root(), JSON).run(file, listener);

        assertThat(summary).isEqualTo(new FileImport.Summary(2300, 0, 1, 1));
        assertThat(refused)
                .extracting(FileImport.Refused::line)
                .containsExactly(21L, (long) lines.size());
        assertThat(refused.getFirst().reasons().getFirst().rule()).isEqualTo("json");
        assertThat(refused.getLast().id()).isEqualTo("l5");
        assertThat(progress).hasSize(3).isSorted().endsWith(Files.size(file));
        assertThat(walk.recorded("acme/file"))
                .isEqualTo(IntStream.range(0, 2300).mapToObj(n -> "l" + n).toList());
        assertThat(new FileImport(CLIENT, root(), JSON).run(file, new FileImport.Listener() {}))
                .isEqualTo(new FileImport.Summary(0, 2300, 1, 1));
    }

    @Test
    void whileTheDatabaseIsAwaySendersAreAskedToComeAgain() throws Exception {
        DOWN.set(true);
        try {
            var response = post("application/cloudevents+json", Facts.of("away", "away"));
            problem(503, response);
            assertThat(response.headers().firstValue("retry-after")).contains("5");
        } finally {
            DOWN.set(false);
        }
        assertThat(verdicts(accepted("application/cloudevents+json", Facts.of("away", "away"))))
                .containsExactly("recorded");
    }

    @Test
    void healthTellsOfKafkaAndTheConsumer() throws Exception {
        var request = HttpRequest.newBuilder(root().resolve("/actuator/health")).build();
        var health = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();

        JsonNode components = JSON.readTree(health).path("components");
        assertThat(components.at("/kafka/status").asString()).isEqualTo("UP");
        assertThat(components.at("/intake/status").asString()).isEqualTo("UNKNOWN");
    }

    private static URI root() {
        return walk.root();
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(root().resolve("/api/v1/facts"));
    }

    private static HttpResponse<String> post(String contentType, String body)
            throws IOException, InterruptedException {
        var request =
                request()
                        .header("content-type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode accepted(String contentType, String body) throws Exception {
        var response = post(contentType, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return JSON.readTree(response.body());
    }

    private static List<String> verdicts(JsonNode answer) {
        return answer.path("facts").valueStream().map(f -> f.path("verdict").asString()).toList();
    }

    private static void problem(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(JSON.readTree(response.body()).path("status").asInt()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).path("detail").asString()).isNotBlank();
    }
}
