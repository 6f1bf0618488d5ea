package org.dutyledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The service is killed at random moments while facts stream in; afterwards every fact is on record
 * once, in the order of its model.
 *
 * <p>{@code -Ddutyledger.test.facts} and {@code -Ddutyledger.test.kills} scale it. {@code
 * -Ddutyledger.test.offsetsOutside=true} stores the offset in a transaction of its own before the
 * facts are recorded; it must fail then, and does.
 */
class CrashTest {

    private static final int FACTS = Integer.getInteger("dutyledger.test.facts", 20_000);
    private static final int KILLS = Integer.getInteger("dutyledger.test.kills", 3);
    private static final int MODELS = 20;
    private static final int PARTITIONS = 4;

    private final List<Process> children = new ArrayList<>();
    private final TestDatabase server = TestDatabase.fresh();
    private final JdbcTemplate database = new JdbcTemplate(server.dataSource());
    private final String topic = TestKafka.topic(CrashTest.class, "facts", PARTITIONS);

    @TempDir Path directory;

    @AfterEach
    void stop() {
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void everyFactIsRecordedOnceAndInOrderHoweverOftenTheServiceIsKilled() throws Exception {
        long seed = Long.getLong("dutyledger.test.seed", System.nanoTime());
        var random = new Random(seed);
        int slice = FACTS / (KILLS + 1);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process service = startService();
                send(producer, kill * slice, (kill + 1) * slice);
                long moment = (long) kill * slice + random.nextInt(slice);
                await(service, "record of fact " + moment, () -> read() > moment);
                service.destroyForcibly().waitFor();
            }
            send(producer, KILLS * slice, FACTS);
        }
        Process service = startService();
        await(service, "end of the topic", () -> read() == FACTS);
        service.destroy();
        service.waitFor();

        assertThat(count("SELECT count(*) FROM ledger.event WHERE source IS NOT NULL"))
                .as("facts on record, seed %d", seed)
                .isEqualTo(FACTS);
        for (int model = 0; model < MODELS; model++) {
            assertThat(recorded(model)).as("seed %d, model %d", seed, model).isEqualTo(sent(model));
        }
        assertThat(count("SELECT count(*) FROM ledger.rejected_fact")).isZero();
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int from, int to) {
        for (int number = from; number < to; number++) {
            String model = "m" + number % MODELS;
            producer.send(
                    new ProducerRecord<>(
                            topic,
                            Facts.bytes("acme/" + model),
                            Facts.bytes(Facts.of(model, "f" + number))));
        }
        producer.flush();
    }

    private static List<String> sent(int model) {
        return IntStream.range(0, FACTS)
                .filter(number -> number % MODELS == model)
                .mapToObj(number -> "f" + number)
                .toList();
    }

    private List<String> recorded(int model) {
        return database.queryForList(
                """
                SELECT e.id FROM ledger.event e JOIN ledger.dossier d USING (dossier)
                WHERE d.model = ? AND e.source IS NOT NULL ORDER BY e.number
                """,
                String.class,
                "acme/m" + model);
    }

    private long read() {
        return count("SELECT coalesce(sum(next_offset), 0) FROM ledger.intake_offset");
    }

    private long count(String sql) {
        Long count = database.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private Process startService() throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-Duser.timezone=UTC",
                                "-Daxoniq.update-checker.disabled=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledService.class.getName(),
                                "spring.datasource.url=" + server.url(),
                                "spring.datasource.username=" + server.user(),
                                "spring.datasource.password=" + server.password(),
                                "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "dutyledger.ledger.key-file=" + directory.resolve("ledger.key"),
                                "dutyledger.intake.group-id=CrashTest",
                                "dutyledger.intake.poll-size=200",
                                "dutyledger.intake.topics.facts=" + topic,
                                "dutyledger.test.offsets-outside="
                                        + Boolean.getBoolean("dutyledger.test.offsetsOutside")));
        File log = directory.resolve("service" + children.size() + ".log").toFile();
        Process child =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        children.add(child);
        return child;
    }

    private void await(Process service, String what, BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (!service.isAlive() || System.nanoTime() > deadline) {
                File log =
                        directory.resolve("service%d.log".formatted(children.size() - 1)).toFile();
                throw new AssertionError(
                        "no %s: %s".formatted(what, Files.readString(log.toPath())));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
