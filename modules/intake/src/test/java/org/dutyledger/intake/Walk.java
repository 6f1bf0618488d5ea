package org.dutyledger.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The intake and the ledger as the service wires them, on real servers: topics and a database of
 * their own. Nothing reads or publishes before it is started.
 */
final class Walk implements AutoCloseable {

    final Map<String, Object> kafka = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    final IntakeProperties properties;
    final JdbcTemplate database;
    final RejectedFacts rejected;
    final BatchRecorder recorder;

    private final ConfigurableApplicationContext context;

    Walk(Class<?> test, String name, int partitions) {
        this(test, name, partitions, recorder -> recorder);
    }

    /**
     * @param around puts something between the intake and the record
     */
    Walk(Class<?> test, String name, int partitions, UnaryOperator<Recorder> around) {
        String prefix = test.getSimpleName() + "." + name + ".";
        context =
                TestService.start(
                        TestDatabase.fresh(),
                        around(around),
                        "dutyledger.intake.roles=",
                        "dutyledger.intake.group-id=" + test.getSimpleName() + "." + name,
                        "dutyledger.intake.poll-size=100",
                        "dutyledger.intake.fetch-min-bytes=1",
                        "dutyledger.intake.topics.facts=" + prefix + "facts",
                        "dutyledger.intake.topics.warnings-shown=" + prefix + "warnings-shown",
                        "dutyledger.intake.topics.findings=" + prefix + "findings",
                        "dutyledger.intake.topics.rejected=" + prefix + "rejected",
                        "dutyledger.intake.partitions=" + partitions);
        properties = context.getBean(IntakeProperties.class);
        database = context.getBean(JdbcTemplate.class);
        rejected = context.getBean(RejectedFacts.class);
        recorder = context.getBean(BatchRecorder.class);
        context.getBean(IntakeTopics.class).createMissing();
    }

    private static BeanPostProcessor around(UnaryOperator<Recorder> around) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Recorder recorder ? around.apply(recorder) : bean;
            }
        };
    }

    /** The consumer; it stops with this walk. */
    FactConsumer startConsumer() {
        FactConsumer consumer = context.getBean(FactConsumer.class);
        consumer.start();
        return consumer;
    }

    /** A consumer with other offsets; it stops with this walk. */
    FactConsumer startConsumer(IntakeOffsets offsets) {
        var clock = context.getBean(Clock.class);
        var parts =
                new PollRecorder.Parts(
                        new KafkaFacts(new FactReader()),
                        recorder,
                        offsets,
                        context.getBean(IntakeMetrics.class),
                        clock);
        var consumer =
                new FactConsumer(
                        kafka, properties, context.getBean(IntakeTopics.class), parts, clock);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                consumer.stop();
            }
        });
        consumer.start();
        return consumer;
    }

    /** Starts telling the topic of rejected facts; it stops with this walk. */
    void startPublisher() {
        context.getBean(RejectedPublisher.class).start();
    }

    /** Where it answers over HTTP. */
    URI root() {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port);
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
                """
                SELECT e.id FROM ledger.event e JOIN ledger.dossier d USING (dossier)
                WHERE d.model = ? AND e.source IS NOT NULL ORDER BY e.number
                """,
                String.class,
                model);
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
        return context.getBean(MeterRegistry.class).counter(meter, tags).count();
    }

    @Override
    public void close() {
        context.close();
    }
}
