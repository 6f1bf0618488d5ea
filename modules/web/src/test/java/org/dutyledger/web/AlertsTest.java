package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts over REST, each answer as the served document says. */
class AlertsTest {

    private static final String UNTIL = "\"until\":\"2028-02-01T00:00:00Z\"";

    @TempDir private static Path folder;
    private static Service service;
    private static OpenApi openApi;

    @BeforeAll
    static void start() {
        service = Service.start(folder.resolve("key"));
        openApi = new OpenApi(service.get("/api/openapi.json").body());
        String facts =
                """
                {"specversion":"1.0","id":"r","source":"/providers/acme/t","subject":"m","type":"org.dutyledger.model.released.v1","time":"2026-01-01T00:00:00Z","data":{"version":"1","jurisdictions":["CN"],"topics":["general"]}}
                {"specversion":"1.0","id":"c","source":"/providers/acme/t","subject":"m","type":"org.dutyledger.risk.confirmed.v1","time":"2026-01-02T00:00:00Z","data":{"risk":"R-1","severity":"S1"}}
                """;
        service.post("/api/v1/facts", "application/x-ndjson", facts.getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(30)).until(() -> !id().isEmpty());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String id() {
        return json(service.get("/api/v1/alerts?kind=breached&severity=S1&model=acme/m"))
                .get("items")
                .valueStream()
                .filter(each -> each.at("/alert/rule").asString().equals("CN-CC-1206-1"))
                .map(each -> each.at("/alert/id").asString())
                .findFirst()
                .orElse("");
    }

    private static HttpResponse<byte[]> post(String path, String body) {
        return service.post("/api/v1/alerts" + path, "application/json", body.getBytes(UTF_8));
    }

    private static JsonNode valid(String operation, HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        assertThat(openApi.problems(operation, answer)).isEmpty();
        return json(answer);
    }

    @Test
    void whatPeopleSayIsKeptAndShown() {
        String one = "/api/v1/alerts/{alert}";
        String id = id();
        valid("GET /api/v1/alerts", service.get("/api/v1/alerts?state=FIRING,SILENCED"), 200);
        String word = "{\"by\":\"li\",\"reason\":\"on it\"," + UNTIL + "}";
        valid("POST " + one + "/acknowledge", post("/" + id + "/acknowledge", word), 200);
        valid("POST " + one + "/silence", post("/" + id + "/silence", word), 200);
        valid(
                "POST " + one + "/assign",
                post("/" + id + "/assign", "{\"by\":\"li\",\"owner\":\"wang\"}"),
                200);
        JsonNode settled =
                valid(
                        "POST " + one + "/resolve",
                        post("/" + id + "/resolve", "{\"by\":\"li\",\"reason\":\"in court\"}"),
                        200);
        assertThat(settled.at("/alert/state").asString()).isEqualTo("resolved");
        assertThat(settled.at("/alert/owner").asString()).isEqualTo("wang");
        JsonNode shown = valid("GET " + one, service.get("/api/v1/alerts/" + id), 200);
        assertThat(shown.get("history").valueStream().map(it -> it.get("what").asString()))
                .containsExactly("FIRED", "ACKNOWLEDGED", "SILENCED", "ASSIGNED", "RESOLVED");
        valid("POST " + one + "/resolve", post("/" + id + "/resolve", word), 400);
    }

    @Test
    void silencesAndMessages() {
        JsonNode silence =
                valid(
                        "POST /api/v1/alerts/silences",
                        post(
                                "/silences",
                                "{\"scope\":{\"models\":[\"beta/*\"]},\"by\":\"li\",\"reason\":\"move\","
                                        + UNTIL
                                        + "}"),
                        200);
        JsonNode all =
                valid("GET /api/v1/alerts/silences", service.get("/api/v1/alerts/silences"), 200);
        assertThat(all.get("items")).hasSize(1);
        String path = "/api/v1/alerts/silences/" + silence.get("id").asLong();
        assertThat(json(service.send(service.request(path).DELETE())).get("items")).isEmpty();
        assertThat(service.send(service.request(path).DELETE()).statusCode()).isEqualTo(404);
        valid(
                "GET /api/v1/alerts/messages",
                service.get("/api/v1/alerts/messages?state=dead"),
                200);
        assertThat(post("/messages/1/replay", "").statusCode()).isEqualTo(404);
    }

    @Test
    void deadlinesAreACalendar() {
        String fact =
                """
                {"specversion":"1.0","id":"k","source":"/providers/acme/t","subject":"m","type":"org.dutyledger.risk.confirmed.v1","time":"2027-12-31T23:00:00Z","data":{"risk":"R-,2","severity":"S4"}}
                """;
        service.post("/api/v1/facts", "application/x-ndjson", fact.getBytes(UTF_8));
        String path = "/api/v1/deadlines.ics?model=acme/m&rulebook=cn-product";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new String(service.get(path).body(), UTF_8).contains("R-\\,2"));
        HttpResponse<byte[]> answer = service.get(path);
        String calendar = new String(answer.body(), UTF_8);
        assertThat(openApi.problems("GET /api/v1/deadlines.ics", answer)).isEmpty();
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(calendar).containsPattern("UID:[0-9a-f]{20}@dutyledger");
        assertThat(service.get("/api/v1/deadlines.ics?kind=x").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithTheReason() {
        assertThat(service.get("/api/v1/alerts?kind=late").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/alerts?state=OPEN").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/alerts/nothing").statusCode()).isEqualTo(404);
        assertThat(post("/" + id() + "/acknowledge", "{\"by\":\"li\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/silences", "{\"by\":\"li\",\"reason\":\"r\"," + UNTIL + "}").statusCode())
                .isEqualTo(400);
    }
}
