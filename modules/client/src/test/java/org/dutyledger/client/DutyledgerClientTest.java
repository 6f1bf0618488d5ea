package org.dutyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.embedded.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutyledgerClientTest {

    private static final Instant TIME = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir Path outbox;

    @Test
    void answersArriveCountedAndFactsAsTheyWereEmitted() throws Exception {
        String shown = TestKafka.topic(getClass(), "shown", 2);
        String facts = TestKafka.topic(getClass(), "facts", 2);
        var settings =
                ClientSettings.of(TestKafka.bootstrapServers(), "acme", outbox)
                        .withBucket(Duration.ofMillis(100))
                        .withTopics(new ClientSettings.Topics(facts, shown));
        Series app = Series.of("medchat", "1.0").on("app").about("medical").in("zh");
        Series api = Series.of("medchat", "1.0").on("api");
        try (var client = DutyledgerClient.open(settings)) {
            List<Thread> threads =
                    IntStream.range(0, 4)
                            .mapToObj(i ->
                                    Thread.ofPlatform()
                                            .start(() -> {
                                                for (int n = 0; n < 10_000; n++) {
                                                    client.answered(app, n % 4 != 0);
                                                }
                                            }))
                            .toList();
            client.answered(api, 30, 0);
            assertThat(client.emit("risk.reported", "medchat", TIME, Map.of("risk", "R-1")))
                    .isInstanceOf(Emission.Kept.class);
            for (Thread it : threads) {
                it.join();
            }
        }
        Received counted = Received.from(TestKafka.bootstrapServers(), shown);
        Map<String, Long> bySurface =
                counted.facts().stream()
                        .map(it -> (WarningShown) it.data())
                        .collect(
                                Collectors.groupingBy(
                                        WarningShown::surface,
                                        Collectors.summingLong(WarningShown::outputs)));
        assertThat(bySurface).isEqualTo(Map.of("app", 40_000L, "api", 30L));
        assertThat(counted.warned()).isEqualTo(30_000);
        assertThat(counted.records()).as("counted before it is sent").isLessThan(1_000);
        Received emitted = Received.from(TestKafka.bootstrapServers(), facts);
        assertThat(emitted.facts())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.model()).hasToString("acme/medchat");
                    assertThat(it.time()).isEqualTo(TIME);
                    assertThat(((RiskReported) it.data()).risk()).isEqualTo("R-1");
                });
    }

    @Test
    void anInvalidFactIsRefusedWithItsReasons() {
        try (var client = DutyledgerClient.open(away())) {
            Emission emission = client.emit("risk.reported", "medchat", TIME, Map.of());
            assertThat(emission)
                    .isInstanceOfSatisfying(
                            Emission.Refused.class,
                            it ->
                                    assertThat(it.reasons())
                                            .extracting(Reason::rule)
                                            .contains("required"));
            assertThat(client.state().factsRefused()).isEqualTo(1);
            assertThat(client.state().kept()).isZero();
        }
    }

    @Test
    void aFullOutboxRefusesAtOnceAndCountsWhatItRefused() {
        try (var client = DutyledgerClient.open(away().withOutboxBytes(8 << 20))) {
            var registry = new SimpleMeterRegistry();
            new ClientMetrics(client).bindTo(registry);
            Map<String, Object> large = Map.of("risk", "R-1", "text", "x".repeat(8_000));
            long kept = 0;
            while (client.emit("risk.reported", "m", TIME, large) instanceof Emission.Kept) {
                kept++;
            }
            assertThat(kept).isBetween(900L, 1_100L);
            assertThat(client.answered(Series.of("m", "1"), 7, 2)).isFalse();
            assertThat(client.emit("risk.reported", "m", TIME, large))
                    .isInstanceOfSatisfying(
                            Emission.Refused.class,
                            it ->
                                    assertThat(it.reasons())
                                            .extracting(Reason::rule)
                                            .containsExactly(Emission.Refused.OUTBOX_FULL));
            assertThat(client.state().answersRefused()).isEqualTo(7);
            assertThat(registry.get("dutyledger.client.answers.refused").functionCounter().count())
                    .isEqualTo(7);
            assertThat(registry.get("dutyledger.client.facts.refused").functionCounter().count())
                    .isEqualTo(2);
            assertThat(registry.get("dutyledger.client.kept").gauge().value()).isEqualTo(kept);
        }
    }

    /** Kafka at a port where nobody listens. */
    private ClientSettings away() {
        return ClientSettings.of("127.0.0.1:1", "acme", outbox)
                .withKafka(Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 500));
    }
}
