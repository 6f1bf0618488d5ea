package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dutyledger.feed.FeedFilter;
import org.dutyledger.feed.FeedPage;
import org.dutyledger.feed.FindingsFeed;
import org.dutyledger.ledger.store.Sequencer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two consumers follow while facts are recorded: one by cursor, one by a stream that breaks off at
 * random and goes on from the last id it saw. Both come to the same sequence.
 *
 * <p>{@code -Ddutyledger.test.findings} scales it.
 */
class FollowersTest {

    private static final int FINDINGS = Integer.getInteger("dutyledger.test.findings", 4_000);
    private static final int MODELS = 10;
    private static final int BATCH = 50;

    @TempDir private Path folder;

    private final AtomicBoolean recorded = new AtomicBoolean();

    @Test
    void aConsumerThatBreaksOffAndGoesOnSeesWhatTheOtherSees() throws Exception {
        long seed = Long.getLong("dutyledger.test.seed", System.nanoTime());
        try (Service service = Service.start(folder.resolve("key"))) {
            var steady = CompletableFuture.supplyAsync(() -> byCursor(service));
            var broken = CompletableFuture.supplyAsync(() -> byStream(service, new Random(seed)));
            record(service);
            recorded.set(true);

            List<Long> all = all(service.bean(FindingsFeed.class));
            assertThat(all).hasSizeGreaterThan(FINDINGS / 2);
            assertThat(steady.get(10, TimeUnit.MINUTES)).isEqualTo(all);
            assertThat(broken.get(10, TimeUnit.MINUTES)).as("seed %d", seed).isEqualTo(all);
        }
    }

    private static void record(Service service) {
        for (int model = 0; model < MODELS; model++) {
            post(
                    service,
                    List.of(
                            fact(
                                    "m" + model,
                                    "party-" + model,
                                    "party.declared",
                                    "\"party\":\"acme\",\"activities\":[\"design-program\"]"),
                            fact(
                                    "m" + model,
                                    "release-" + model,
                                    "model.released",
                                    "\"version\":\"1\",\"jurisdictions\":[\"CN\"]")));
        }
        FindingsFeed feed = service.bean(FindingsFeed.class);
        for (int risk = 0; feed.last() < FINDINGS; risk += BATCH) {
            List<String> facts = new ArrayList<>();
            for (int each = risk; each < risk + BATCH; each++) {
                facts.add(
                        fact(
                                "m" + each % MODELS,
                                "risk-" + each,
                                "risk.confirmed",
                                "\"risk\":\"R-%d\",\"severity\":\"S2\"".formatted(each)));
            }
            post(service, facts);
        }
        // What was just recorded may not be numbered yet
        service.bean(Sequencer.class).sequenceAll();
    }

    private static void post(Service service, List<String> facts) {
        byte[] lines = String.join("\n", facts).getBytes(UTF_8);
        assertThat(service.post("/api/v1/facts", "application/x-ndjson", lines).statusCode())
                .isEqualTo(202);
    }

    private static String fact(String model, String id, String type, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/providers/acme/test","subject":"%s",\
        "type":"org.dutyledger.%s.v1","time":"2027-06-01T00:00:00Z","data":{%s}}\
        """
                .formatted(id, model, type, data);
    }

    private static List<Long> all(FindingsFeed feed) {
        List<Long> all = new ArrayList<>();
        long last = feed.last();
        for (long after = 0; after < last; ) {
            FeedPage page = feed.read(after, 1000, FeedFilter.ALL);
            page.entries().forEach(each -> all.add(each.sequence()));
            after = page.reached();
        }
        return all;
    }

    private List<Long> byCursor(Service service) {
        List<Long> seen = new ArrayList<>();
        long after = 0;
        while (true) {
            boolean whole = recorded.get();
            HttpResponse<byte[]> answer =
                    service.get("/api/v1/feed?limit=37&wait=PT0.5S&after=" + after);
            JsonNode page = JsonMapper.shared().readTree(answer.body());
            page.get("items").forEach(each -> seen.add(Long.valueOf(each.path("id").asString())));
            after = page.get("next").asLong();
            if (whole && after >= page.get("last").asLong()) {
                return seen;
            }
        }
    }

    private List<Long> byStream(Service service, Random random) {
        List<Long> seen = new ArrayList<>();
        long reached = 0;
        while (true) {
            boolean whole = recorded.get();
            if (whole && reached >= service.bean(FindingsFeed.class).last()) {
                return seen;
            }
            HttpClient client = HttpClient.newHttpClient();
            try (BufferedReader lines = open(service, client, reached)) {
                long left = 1 + random.nextInt(400);
                String line;
                while (left-- > 0 && (line = lines.readLine()) != null) {
                    if (line.startsWith("id: ")) {
                        reached = heard(lines, Long.parseLong(line.substring(4)), seen);
                    }
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                client.shutdownNow();
            }
        }
    }

    /** An id counts only with the whole event behind it. */
    private static long heard(BufferedReader lines, long id, List<Long> seen) throws IOException {
        String data = lines.readLine();
        if (data.startsWith("data: ")) {
            seen.add(id);
        }
        return id;
    }

    private static BufferedReader open(Service service, HttpClient client, long lastEventId)
            throws IOException, InterruptedException {
        var request =
                service.request("/api/v1/feed")
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", Long.toString(lastEventId))
                        .build();
        HttpResponse<InputStream> answer;
        do {
            // Places of streams that broke off come back with their next heart-beat
            answer = client.send(request, BodyHandlers.ofInputStream());
        } while (answer.statusCode() == 503);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }
}
