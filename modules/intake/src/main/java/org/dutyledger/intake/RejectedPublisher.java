package org.dutyledger.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the topic {@code dutyledger.rejected} what was not recorded, once that is durable, and
 * deletes what is kept for longer than its retention. A crash between telling and noting tells
 * again, never not at all.
 */
class RejectedPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedPublisher.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration TIDY = Duration.ofHours(1);

    private final boolean active;
    private final Map<String, Object> kafka;
    private final IntakeTopics topics;
    private final RejectedFacts rejected;
    private final RejectedMessage message;
    private final Duration retention;
    private final Clock clock;

    private @Nullable Thread thread;
    private CountDownLatch stop = new CountDownLatch(0);

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    RejectedPublisher(
            Map<String, Object> kafka,
            IntakeProperties properties,
            IntakeTopics topics,
            RejectedFacts rejected,
            RejectedMessage message,
            Clock clock) {
        this.active = properties.roles().contains(IntakeProperties.Role.PUBLISHER);
        this.retention = properties.rejectedRetention();
        this.kafka = settings(kafka);
        this.topics = topics;
        this.rejected = rejected;
        this.message = message;
        this.clock = clock;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The rows stay locked while they are told: no longer than this.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        return settings;
    }

    @Override
    public boolean isAutoStartup() {
        return active;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            stop = new CountDownLatch(1);
            CountDownLatch until = stop;
            thread = new Thread(() -> publishUntil(until), "rejected-publisher");
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void publishUntil(CountDownLatch stopped) {
        Pause pause = new Pause(stopped);
        while (stopped.getCount() > 0) {
            try (var producer = new KafkaProducer<byte[], byte[]>(kafka)) {
                topics.createMissing();
                publish(producer, stopped, pause);
            } catch (RuntimeException e) {
                LOG.warn("rejected facts are not published, trying again: {}", e.toString());
                pause.rest();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void publish(Producer<byte[], byte[]> producer, CountDownLatch stopped, Pause pause)
            throws InterruptedException {
        Instant tidied = Instant.MIN;
        while (stopped.getCount() > 0) {
            Instant now = clock.instant();
            if (tidied.isBefore(now.minus(TIDY))) {
                rejected.deleteOlderThan(retention);
                tidied = now;
            }
            int told = rejected.publish(entries -> tell(producer, entries));
            pause.over();
            if (told == 0) {
                stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Returns when Kafka has them all. */
    private void tell(Producer<byte[], byte[]> producer, List<RejectedFacts.Entry> entries) {
        var sent = new ArrayList<Future<RecordMetadata>>(entries.size());
        for (RejectedFacts.Entry entry : entries) {
            sent.add(producer.send(message.of(entry.fact(), entry.bytes())));
        }
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka did not take a rejected fact", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while telling", e);
            }
        }
    }
}
