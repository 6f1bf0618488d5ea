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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dutyledger.feed.FindingsFeed;
import org.dutyledger.ledger.store.Sequencer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Following the findings over HTTP: pages, waiting, streams. */
@Timeout(120)
class FeedTest {

    private static final String G2 = "G2-late-ineffective-remedy";
    private static final String STREAM = "text/event-stream";

    @TempDir private static Path folder;
    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        service = Service.start(folder.resolve("key"));
        record("acme");
        record("beta");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void record(String provider) throws IOException {
        Path file = Service.CASES.resolve(G2).resolve("facts.jsonl");
        String facts =
                Files.readString(file)
                        .replace("/providers/acme/", "/providers/" + provider + "/")
                        .replace("\"acme/", "\"" + provider + "/");
        HttpResponse<byte[]> answer =
                service.post("/api/v1/facts", "application/x-ndjson", facts.getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(new String(answer.body(), UTF_8)).contains("\"recorded\"");
        // What was just recorded may not be numbered yet
        service.bean(Sequencer.class).sequenceAll();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode page(String query) {
        return json(service.get("/api/v1/feed?" + query));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(each -> each.path("id").asString()).toList();
    }

    /** All ids that pass, page by page. */
    private static List<String> all(String filter, int limit) {
        List<String> ids = new ArrayList<>();
        long last = service.bean(FindingsFeed.class).last();
        for (long after = 0; after < last; ) {
            JsonNode page = page("after=%d&limit=%d%s".formatted(after, limit, filter));
            ids.addAll(ids(page));
            assertThat(page.get("next").asLong()).isGreaterThan(after);
            after = page.get("next").asLong();
        }
        return ids;
    }

    @Test
    void pagesOfAnySizeJoinToTheSameSequence() {
        List<String> whole = all("", 1000);

        assertThat(whole).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(whole.stream().mapToLong(Long::parseLong)).isSorted();
        assertThat(all("", 1)).isEqualTo(whole);
        assertThat(all("", 7)).isEqualTo(whole);
    }

    @Test
    void filtersLeaveOutWhatDoesNotMeetThemAndStillTellHowFarTheyLooked() {
        long last = service.bean(FindingsFeed.class).last();
        String type = page("provider=beta&limit=1").at("/items/0/type").asString();
        JsonNode some = page("limit=1000&provider=beta&rulebook=cn-product&type=" + type);

        assertThat(some.get("items")).isNotEmpty();
        assertThat(some.get("items").valueStream())
                .allSatisfy(each -> {
                    assertThat(each.path("type").asString()).isEqualTo(type);
                    assertThat(each.path("partitionkey").asString()).startsWith("beta/");
                    assertThat(each.at("/data/rulebook/id").asString()).isEqualTo("cn-product");
                });
        String brief = type.substring("org.dutyledger.".length(), type.length() - ".v1".length());
        assertThat(all("&provider=beta&rulebook=cn-product&type=" + brief, 3)).isEqualTo(ids(some));
        JsonNode none = page("model=acme/none");
        assertThat(none.get("items")).isEmpty();
        assertThat(none.get("next").asLong()).isEqualTo(last);
        assertThat(all("&status=SATISFIED&kind=remediate", 2))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(all("", 1000)).contains(id));
        assertThat(all("&type=exposure.changed", 100)).isNotEmpty();
        assertThat(all("&type=exposure.changed&status=BREACH", 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    after=-1        | 400 | 0; or last
                    after=yesterday | 400 | or last
                    limit=0         | 400 | 1 to 1000
                    limit=1001      | 400 | 1 to 1000
                    wait=61         | 400 | 60 seconds
                    wait=PT2M       | 400 | 60 seconds
                    wait=-1         | 400 | 60 seconds
                    type=duty.lost  | 400 | duty.breached
                    status=LATE     | 400 | POLICY_BREACH
                    model=acme      | 400 | provider/model
                    afetr=1         | 400 | after
                    after=999999    | 409 | the record ends at
                    """)
    void whatCannotBeAnsweredIsSaid(String query, int status, String expected) {
        HttpResponse<byte[]> answer = service.get("/api/v1/feed?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), UTF_8)).contains(expected);
        HttpResponse<byte[]> stream =
                service.send(service.request("/api/v1/feed?" + query).header("Accept", STREAM));
        assertThat(stream.statusCode()).isEqualTo(status);
        assertThat(stream.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void whoWaitsIsAnsweredWithTheCommit() throws Exception {
        long last = service.bean(FindingsFeed.class).last();
        var answer =
                CompletableFuture.supplyAsync(() -> page("wait=60&provider=gamma&after=" + last));
        JsonNode early = page("wait=PT0.2S&after=" + last);
        assertThat(early.get("items")).isEmpty();
        assertThat(early.get("next").asLong()).isEqualTo(last);
        assertThat(answer).isNotDone();

        record("gamma");

        JsonNode items = answer.get(10, TimeUnit.SECONDS).get("items");
        assertThat(items).isNotEmpty();
        assertThat(items.valueStream())
                .allMatch(each -> each.path("partitionkey").asString().startsWith("gamma/"));
    }

    @Test
    void aStreamTellsTheSameAndGoesOnWhereItWas() throws Exception {
        List<String> whole = all("", 1000);
        List<String> first = stream("/api/v1/feed", null, 10);
        assertThat(first).isEqualTo(whole.subList(0, 10));

        List<String> rest =
                stream("/api/v1/feed?after=0", first.getLast(), whole.size() - first.size());
        assertThat(rest).isEqualTo(whole.subList(10, whole.size()));
    }

    @Test
    void aStreamThatHasNothingToTellSaysHowFarItLooked() throws Exception {
        long last = service.bean(FindingsFeed.class).last();
        try (var client = HttpClient.newHttpClient();
                BufferedReader lines = open(client, "/api/v1/feed?model=acme/none&after=0", null)) {
            for (int beat = 0; beat < 3; beat++) {
                String id = lines.readLine();
                assertThat(id).startsWith("id: ");
                assertThat(Long.parseLong(id.substring(4))).isGreaterThanOrEqualTo(last);
                assertThat(lines.readLine()).isEmpty();
            }
            client.shutdownNow();
        }
    }

    /** Ids of events with data, up to a number of them. */
    private static List<String> stream(String path, String lastEventId, int number)
            throws Exception {
        List<String> ids = new ArrayList<>();
        try (var client = HttpClient.newHttpClient();
                BufferedReader lines = open(client, path, lastEventId)) {
            String id = "";
            while (ids.size() < number) {
                String line = lines.readLine();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    JsonNode event = JsonMapper.shared().readTree(line.substring(6));
                    assertThat(event.path("id").asString()).isEqualTo(id);
                    ids.add(id);
                }
            }
            client.shutdownNow();
        }
        return ids;
    }

    private static BufferedReader open(HttpClient client, String path, String lastEventId)
            throws Exception {
        var request = service.request(path).header("Accept", STREAM);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        // Those of a test before give their places back with their next heart-beat
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        HttpResponse<InputStream> answer;
        do {
            answer = client.send(request.build(), BodyHandlers.ofInputStream());
        } while (answer.statusCode() == 503 && System.nanoTime() < deadline);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(STREAM);
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    @Test
    void placesForThoseWhoWaitAreBounded() throws Exception {
        long last = service.bean(FindingsFeed.class).last();
        List<HttpClient> clients = new ArrayList<>();
        try {
            for (int reader = 0; reader < 8; reader++) {
                clients.add(HttpClient.newHttpClient());
                open(clients.getLast(), "/api/v1/feed?after=" + last, null).readLine();
            }
            HttpResponse<byte[]> refused = service.get("/api/v1/feed?wait=1&after=" + last);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(service.get("/api/v1/feed?after=" + last).statusCode()).isEqualTo(200);
        } finally {
            clients.forEach(HttpClient::shutdownNow);
        }
        // A reader that has gone gives its place back with the next heart-beat
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        HttpResponse<byte[]> answer;
        do {
            answer = service.get("/api/v1/feed?wait=PT0.1S&after=" + last);
        } while (answer.statusCode() == 503 && System.nanoTime() < deadline);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aSnapshotAndTheFeedBehindItComeToWhatStands() {
        long last = service.bean(FindingsFeed.class).last();
        Map<String, JsonNode> now = standing(snapshot("at=" + last), last);

        assertThat(now).hasSizeGreaterThan(10);
        for (long at = 0; at <= last; at += 5) {
            Map<String, JsonNode> joined = standing(snapshot("at=" + at), at);
            for (long after = at; after < last; ) {
                JsonNode page = page("limit=1000&after=" + after);
                page.get("items").forEach(each -> fold(joined, each));
                after = page.get("next").asLong();
            }
            assertThat(joined).as("joined at %d", at).isEqualTo(now);
        }
    }

    private static List<JsonNode> snapshot(String query) {
        HttpResponse<byte[]> answer = service.get("/api/v1/feed/snapshot?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static Map<String, JsonNode> standing(List<JsonNode> lines, long at) {
        assertThat(lines.getFirst().at("/snapshot/sequence").asLong()).isEqualTo(at);
        assertThat(lines.getFirst().at("/snapshot/findings").asLong()).isEqualTo(lines.size() - 1);
        Map<String, JsonNode> standing = new HashMap<>();
        lines.subList(1, lines.size()).forEach(line -> fold(standing, line));
        return standing;
    }

    /**
     * As a reader of the feed does it: the later wins, and keeps breaches that were told before.
     */
    private static void fold(Map<String, JsonNode> standing, JsonNode event) {
        JsonNode data = event.get("data");
        String key =
                "%s %s %s %s"
                        .formatted(
                                event.path("partitionkey").asString(),
                                data.at("/rulebook/id").asString(),
                                data.at("/duty/rule").asString(""),
                                data.at("/duty/about").asString(""));
        JsonNode before = standing.get(key);
        if (data.has("breachesSince") && before != null) {
            Instant since = Instant.parse(data.path("breachesSince").asString());
            ArrayNode whole = JsonMapper.shared().createArrayNode();
            for (JsonNode breach : before.at("/data/duty/breaches")) {
                String to = breach.path("to").asString("");
                if (!to.isEmpty() && !Instant.parse(to).isAfter(since)) {
                    whole.add(breach);
                }
            }
            data.at("/duty/breaches").forEach(whole::add);
            ((ObjectNode) data.get("duty")).set("breaches", whole);
            ((ObjectNode) data).remove("breachesSince");
        }
        standing.put(key, event);
    }

    @Test
    void aSnapshotIsATableToo() {
        HttpResponse<byte[]> answer =
                service.get("/api/v1/feed/snapshot?format=csv&provider=beta&kind=remediate");
        List<String> lines = new String(answer.body(), UTF_8).lines().toList();

        assertThat(lines.getFirst()).startsWith("sequence,model,rulebook,rule,kind,about,status");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.contains(",beta/") && line.contains(",remediate,"));
        assertThat(SnapshotCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(SnapshotCsv.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
        assertThat(service.get("/api/v1/feed/snapshot?format=pdf").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/feed/snapshot?at=999999").statusCode()).isEqualTo(409);
    }
}
