package org.dutyledger.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.LedgerConfiguration;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.views.ViewsConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way from facts to who is told, as the service wires it. */
class AlertProjectionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private final HttpReceiver receiver = new HttpReceiver();
    private ConfigurableApplicationContext context;

    @AfterEach
    void stop() {
        context.close();
        receiver.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @Import({LedgerConfiguration.class, ViewsConfiguration.class, AlertingConfiguration.class})
    static class App {}

    private void start(String watch) throws Exception {
        Path routes =
                Files.writeString(
                        folder.resolve("routes.yaml"),
                        """
                        receivers:
                          r: {channel: webhook, url: "%s/hook"}
                        routes: [{name: all, match: {parties: [acme]}, to: [r]}]
                        watch: %s
                        """
                                .formatted(receiver.url(), watch));
        context =
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .initializers(c ->
                                c.getBeanFactory().registerSingleton("clock", Clock.systemUTC()))
                        .properties(
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true",
                                "spring.main.banner-mode=off",
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3",
                                "dutyledger.alerting.routes=" + routes,
                                "dutyledger.ledger.key-file=" + folder.resolve("key"))
                        .run();
    }

    private void record(String... facts) {
        List<IncomingFact> incoming = Stream.of(facts).map(AlertProjectionTest::incoming).toList();
        context.getBean(Recorder.class).record(incoming, Recorder.Along.NOTHING);
    }

    private static IncomingFact incoming(String fact) {
        return switch (new FactReader().read(fact.getBytes(UTF_8))) {
            case Reading.Read(var read, var bytes) -> new IncomingFact(read, bytes);
            case Reading.Refused refused ->
                    throw new IllegalArgumentException(fact + ": " + refused.reasons());
        };
    }

    private static String fact(String id, String type, String time, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/providers/acme/t","subject":"medchat",\
        "type":"org.dutyledger.%s.v1","time":"%s","data":%s}\
        """
                .formatted(id, type, time, data);
    }

    private List<JsonNode> told(String rule) {
        return receiver.requests.stream()
                .flatMap(each ->
                        JsonMapper.shared().readTree(each.body()).get("alerts").valueStream())
                .filter(each -> each.get("rule").asString().equals(rule))
                .toList();
    }

    private void release() {
        record(
                fact(
                        "party",
                        "party.declared",
                        "2026-01-01T00:00:00Z",
                        "{\"party\":\"acme\",\"activities\":[\"design-program\"]}"),
                fact(
                        "release",
                        "model.released",
                        "2026-01-01T00:00:00Z",
                        "{\"version\":\"1\",\"jurisdictions\":[\"CN\"],\"topics\":[\"general\"]}"),
                fact(
                        "confirmed",
                        "risk.confirmed",
                        "2026-01-02T00:00:00Z",
                        """
                        {"risk":"R-1","severity":"S2","title":"Wrong dose","estimate":{"harmRate":\
                        {"low":0.001,"likely":0.001,"high":0.001},"lossPerHarm":{"low":"100.00",\
                        "likely":"100.00","high":"100.00","currency":"CNY"}}}\
                        """),
                fact(
                        "rescored",
                        "risk.rescored",
                        "2026-01-02T00:00:01Z",
                        "{\"risk\":\"R-1\",\"severity\":\"S1\"}"));
    }

    @Test
    void aBreachIsToldAndItsRemedyAndItsReturn() throws Exception {
        start("{}");
        release();
        record(
                fact(
                        "coverage",
                        "coverage.observed",
                        "2026-01-10T00:00:00Z",
                        """
                        {"version":"1","from":"2026-01-09T00:00:00Z","to":"2026-01-10T00:00:00Z",\
                        "outputs":24000,"warned":24000}\
                        """));
        await().atMost(LONG).until(() -> !told("CN-CC-1206-1").isEmpty());
        JsonNode breach = told("CN-CC-1206-1").getFirst();
        assertThat(breach.get("kind").asString()).isEqualTo("breached");
        assertThat(breach.get("severity").asString()).isEqualTo("S1");
        assertThat(breach.get("title").asString()).isEqualTo("Wrong dose");
        assertThat(breach.get("link").asString()).contains("rule=CN-CC-1206-1&about=R-1");

        record(
                fact(
                        "stop",
                        "remedy.applied",
                        "2026-02-01T00:00:00Z",
                        "{\"remedy\":\"M-1\",\"risks\":[\"R-1\"],\"measure\":\"stop-feature\"}"));
        await().atMost(LONG).until(() -> last("CN-CC-1206-1", "state").equals("resolved"));

        record(fact("back", "remedy.reverted", "2026-03-01T00:00:00Z", "{\"remedy\":\"M-1\"}"));
        await().atMost(LONG).until(() -> last("CN-CC-1206-1", "state").equals("firing"));
        assertThat(last("CN-CC-1206-1", "kind")).isEqualTo("reopened");

        AlertEntry entry =
                context.getBean(Alerts.class).find(breach.get("id").asString()).orElseThrow();
        assertThat(entry.history()).hasSize(3);
        assertThat(entry.alert().costPerDay())
                .isNotNull()
                .extracting(each -> each.amount().toPlainString())
                .isEqualTo("2400.00");
    }

    private String last(String rule, String field) {
        return told(rule).getLast().get(field).asString();
    }

    @Test
    void silenceOfAModelIsToldAndEndsWithItsNextFact() throws Exception {
        start("{feedSilent: PT2S}");
        release();
        await().atMost(LONG).until(() -> !told("feed").isEmpty());
        assertThat(last("feed", "kind")).isEqualTo("feed-silent");
        record(
                fact(
                        "again",
                        "monitoring.performed",
                        "2026-03-01T00:00:00Z",
                        "{\"mechanism\":\"x\"}"));
        await().atMost(LONG).until(() -> last("feed", "state").equals("resolved"));
    }

    @Test
    void exposureAboveALimitIsTold() throws Exception {
        start(
                """
                {exposure: [{models: ["acme/*"], currency: CNY, likely: "500.00"}],
                 growth: [{models: ["acme/*"], currency: CNY, by: "500.00", within: P1D}]}\
                """);
        release();
        record(
                fact(
                        "harm",
                        "harm.recorded",
                        "2026-01-20T00:00:00Z",
                        """
                        {"harm":"H1","version":"1","risk":"R-1","outputAt":"2026-01-19T00:00:00Z",\
                        "harmAt":"2026-01-19T00:00:00Z","severity":"ordinary","items":\
                        [{"head":"medical","amount":{"amount":"1000.00","currency":"CNY"}}]}\
                        """));
        await().atMost(LONG).until(() -> !told("exposure").isEmpty());
        await().atMost(LONG).until(() -> !told("exposure-growth").isEmpty());
        assertThat(told("exposure").getFirst().at("/en/what").asString())
                .contains("CNY")
                .contains("above the limit of CNY 500.00");
    }
}
