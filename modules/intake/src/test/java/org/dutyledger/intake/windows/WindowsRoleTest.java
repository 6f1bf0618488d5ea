package org.dutyledger.intake.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.embedded.TestKafka;
import org.dutyledger.intake.IntakeProperties;
import org.dutyledger.intake.IntakeTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counting on a real broker: stopped in between, with its state lost, every answer is counted once.
 */
class WindowsRoleTest {

    private static final int MODELS = 20;
    private static final int EACH = 200;

    private final String prefix = "WindowsRoleTest." + System.nanoTime() + ".";
    private final IntakeProperties intake =
            new IntakeProperties(
                    Set.of(IntakeProperties.Role.WINDOWS),
                    new IntakeProperties.Topics(
                            prefix + "facts",
                            prefix + "shown",
                            prefix + "findings",
                            prefix + "rejected"),
                    3,
                    prefix + "group",
                    null,
                    1,
                    1000,
                    1,
                    Duration.ofMillis(100),
                    Duration.ofDays(1));
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestKafka.bootstrapServers());

    @TempDir Path before;
    @TempDir Path after;

    @Test
    void everyAnswerIsCountedOnceOverAStopAndTheLossOfTheState() {
        Instant from = Instant.now().minusSeconds(3600);
        WindowsRole first = role(before);
        first.start();
        send(from, 0, EACH / 2);
        await(EACH / 2);
        first.stop();
        WindowsRole second = role(after);
        second.start();
        send(from, EACH / 2, EACH);
        await(EACH);
        second.stop();
    }

    @Test
    void startsAndStopsWhileKafkaIsAway() {
        Map<String, Object> away =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:1",
                        "request.timeout.ms",
                        500,
                        "default.api.timeout.ms",
                        1000);
        WindowsRole role = role(away, before);
        role.start();
        assertThat(role.isRunning()).isTrue();
        role.stop();
        assertThat(role.isRunning()).isFalse();
    }

    private WindowsRole role(Path state) {
        return role(kafka, state);
    }

    private WindowsRole role(Map<String, Object> cluster, Path state) {
        var windows =
                new WindowsProperties(
                        Duration.ofMinutes(1),
                        Duration.ofMillis(100),
                        Duration.ofDays(30),
                        Duration.ofDays(1),
                        1,
                        state);
        return new WindowsRole(
                cluster,
                intake,
                windows,
                new IntakeTopics(cluster, intake),
                WindowsTopology.of(intake.topics(), windows, JsonMapper.builder().build()));
    }

    private void send(Instant from, int first, int end) {
        try (var producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int n = first; n < end; n++) {
                for (int model = 0; model < MODELS; model++) {
                    String event =
                            """
                            {"specversion": "1.0", "id": "%d", "source": "/providers/acme/t",
                             "subject": "m%d", "type": "org.dutyledger.warning.shown.v1", "time": "%s",
                             "data": {"version": "1.0", "outputs": 3, "warned": 2}}
                            """
                                    .formatted(n * MODELS + model, model, from);
                    producer.send(
                            new ProducerRecord<>(
                                    intake.topics().warningsShown(),
                                    ("acme/m" + model).getBytes(UTF_8),
                                    event.getBytes(UTF_8)));
                }
            }
        }
    }

    /** Until the highest revision of each model's window counts so many records, and none more. */
    private void await(int records) {
        Map<String, Long> counted = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", prefix + System.nanoTime());
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(intake.topics().facts()));
            while (counted.values().stream().filter(it -> it == records * 3L).count() < MODELS) {
                assertThat(System.nanoTime())
                        .as("within two minutes: " + counted)
                        .isLessThan(deadline);
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> {
                            var fact = ((Reading.Read) new FactReader().read(it.value())).fact();
                            var says = (CoverageObserved) fact.data();
                            assertThat(says.warned() * 3).isEqualTo(says.outputs() * 2);
                            counted.merge(fact.model().model(), says.outputs(), Math::max);
                        });
            }
        }
        assertThat(counted).hasSize(MODELS);
        assertThat(counted.values()).containsOnly(records * 3L);
    }
}
