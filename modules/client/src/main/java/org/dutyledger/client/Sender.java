package org.dutyledger.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox to Kafka, in order, a few hundred at a time, and confirms what Kafka
 * has. Whatever fails is tried again, for as long as it takes, under the same ids.
 */
final class Sender {

    /** At most so many are under way: far fewer than the service looks back for doubles. */
    static final int TOGETHER = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final long WAIT = 200;
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final Outbox outbox;
    private final ClientSettings.Topics topics;
    private final Map<String, Object> kafka;
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread = new Thread(this::run, "dutyledger-sender");

    private final CountDownLatch stop = new CountDownLatch(1);

    private volatile @Nullable KafkaProducer<byte[], byte[]> producer;
    private volatile @Nullable String failure;

    Sender(Outbox outbox, ClientSettings settings) {
        this.outbox = outbox;
        this.topics = settings.topics();
        this.kafka = new HashMap<>(settings.kafka());
        kafka.put("acks", "all");
        kafka.put("enable.idempotence", true);
        kafka.put("key.serializer", ByteArraySerializer.class);
        kafka.put("value.serializer", ByteArraySerializer.class);
        kafka.putIfAbsent("compression.type", "lz4");
        kafka.putIfAbsent("linger.ms", 5);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Stops without waiting for what Kafka does not take: it is sent after the next start. Never by
     * an interruption, which would close the outbox's files under whoever reads them.
     */
    void stop() {
        stop.countDown();
        try {
            while (thread.isAlive()) {
                KafkaProducer<byte[], byte[]> sending = producer;
                if (sending != null) {
                    sending.close(Duration.ZERO);
                }
                thread.join(WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long sent() {
        return sent.get();
    }

    @Nullable String failure() {
        return failure;
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void run() {
        long pause = SHORTEST_PAUSE;
        while (!stopped()) {
            try (KafkaProducer<byte[], byte[]> opened = new KafkaProducer<>(kafka)) {
                producer = opened;
                outbox.again();
                while (!stopped()) {
                    sendNext(opened);
                    pause = SHORTEST_PAUSE;
                }
            } catch (InterruptedException e) {
                LOG.debug("nobody interrupts this thread", e);
            } catch (IOException | ExecutionException | RuntimeException e) {
                pause = rest(e, pause);
            } finally {
                producer = null;
            }
        }
    }

    private long rest(Exception cause, long pause) {
        if (stopped()) {
            return pause;
        }
        failure = String.valueOf(cause.getCause() == null ? cause : cause.getCause());
        LOG.warn("events stay in the outbox, trying again: {}", failure);
        try {
            LOG.debug("told to stop: {}", stop.await(pause, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("nobody interrupts this thread", e);
        }
        return Math.min(2 * pause, LONGEST_PAUSE);
    }

    private void sendNext(KafkaProducer<byte[], byte[]> producer)
            throws IOException, InterruptedException, ExecutionException {
        List<Message> messages = outbox.take(WAIT);
        if (messages == null) {
            return;
        }
        for (int from = 0; from < messages.size(); from += TOGETHER) {
            send(producer, messages.subList(from, Math.min(from + TOGETHER, messages.size())));
        }
        failure = null;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<Message> messages)
            throws IOException, InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> under = new ArrayList<>(messages.size());
        for (Message it : messages) {
            under.add(producer.send(record(it)));
        }
        producer.flush();
        for (Future<RecordMetadata> it : under) {
            it.get();
        }
        sent.addAndGet(messages.size());
        outbox.confirm(messages.get(messages.size() - 1).sequence());
    }

    private ProducerRecord<byte[], byte[]> record(Message message) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        message.counted() ? topics.warningsShown() : topics.facts(),
                        message.key(),
                        message.value());
        record.headers()
                .add("content-type", ascii("application/cloudevents+json"))
                .add("ce_sequence", ascii(EventJson.id(message.sequence())));
        return record;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
