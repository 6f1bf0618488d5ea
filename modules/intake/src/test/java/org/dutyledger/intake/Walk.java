package org.dutyledger.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.dutyledger.ledger.Recorder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The intake on real servers: topics and a database of its own, wired as in the service. */
final class Walk implements AutoCloseable {

    final Map<String, Object> kafka;
    final IntakeProperties properties;
    final JdbcTemplate database;
    final RejectedFacts rejected;
    final BatchRecorder recorder;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final IntakeMetrics metrics = new IntakeMetrics(meters);

    private final List<Runnable> open = new ArrayList<>();

    Walk(Class<?> test, String name, int partitions) {
        this(test, name, partitions, recorder -> recorder);
    }

    /**
     * @param around puts something between the intake and the record
     */
    Walk(Class<?> test, String name, int partitions, UnaryOperator<Recorder> around) {
        kafka = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        properties = properties(test, name, partitions);
        var source = TestDatabase.fresh().dataSource();
        database = new JdbcTemplate(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        Recorder seen = around.apply(new PlainRecorder(database, transaction));
        rejected =
                new RejectedFacts(
                        database,
                        transaction,
                        seen,
                        new FactReader(),
                        new JsonMapper(),
                        Clock.systemUTC());
        recorder = new BatchRecorder(seen, rejected, metrics);
    }

    private static IntakeProperties properties(Class<?> test, String name, int partitions) {
        return new IntakeProperties(
                EnumSet.allOf(IntakeProperties.Role.class),
                new IntakeProperties.Topics(
                        TestKafka.topic(test, name + ".facts", partitions),
                        "unused",
                        "unused",
                        TestKafka.topic(test, name + ".rejected", 1)),
                partitions,
                test.getSimpleName() + "." + name,
                null,
                100,
                1,
                Duration.ofMillis(100),
                Duration.ofDays(30));
    }

    /** A consumer that stops with this walk. */
    FactConsumer startConsumer() {
        return startConsumer(new IntakeOffsets(JdbcClient.create(database)));
    }

    FactConsumer startConsumer(IntakeOffsets offsets) {
        var parts =
                new PollRecorder.Parts(
                        new KafkaFacts(new FactReader()),
                        recorder,
                        offsets,
                        metrics,
                        Clock.systemUTC());
        var consumer = new FactConsumer(kafka, properties, parts, Clock.systemUTC());
        consumer.start();
        open.add(consumer::stop);
        return consumer;
    }

    /** A publisher that stops with this walk. */
    RejectedPublisher startPublisher() {
        var message = new RejectedMessage(properties.topics().rejected(), new JsonMapper());
        var publisher =
                new RejectedPublisher(kafka, properties, rejected, message, Clock.systemUTC());
        publisher.start();
        open.add(publisher::stop);
        return publisher;
    }

    /** Sends values in their order, all under the key {@code acme/medchat}. */
    void send(byte[]... values) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (byte[] value : values) {
            records.add(new ProducerRecord<>(topic(), Facts.bytes("acme/medchat"), value));
        }
        send(records);
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (var producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<?>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String topic() {
        return properties.topics().facts();
    }

    /** Ids of a model's facts in the order of recording. */
    List<String> recorded(String model) {
        return database.queryForList(
                "SELECT id FROM ledger.plain WHERE model = ? ORDER BY number", String.class, model);
    }

    long nextOffset(int partition) {
        return database
                .queryForList(
                        "SELECT next_offset FROM ledger.intake_offset WHERE topic = ? AND part = ?",
                        Long.class,
                        topic(),
                        partition)
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    void awaitOffset(int partition, long next) {
        await("offset " + next, () -> nextOffset(partition) >= next);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 60 s: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    double counted(String meter, String... tags) {
        return meters.counter(meter, tags).count();
    }

    @Override
    public void close() {
        open.reversed().forEach(Runnable::run);
    }
}
