package org.dutyledger.client;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * How a client works.
 *
 * @param kafka settings of Kafka's producer, at least {@code bootstrap.servers}; what the delivery
 *     depends on (acks, idempotence, serializers) is set by the client
 * @param provider the provider, a slug
 * @param outbox directory of this client alone; it is where an outage of Kafka is waited out
 * @param bucket how long answers are counted together; divides the service's window
 * @param outboxBytes how much the outbox holds at most, 8 MiB or more: more than one bucket can
 *     take
 * @param sync when the outbox is forced to the disk
 * @param topics names of the topics
 * @param clock the time of answers
 */
public record ClientSettings(
        Map<String, Object> kafka,
        String provider,
        Path outbox,
        Duration bucket,
        long outboxBytes,
        Sync sync,
        Topics topics,
        Clock clock) {

    /** When the outbox is forced to the disk. A killed process loses nothing either way. */
    public enum Sync {
        /** Before a call returns: survives a power cut at once. */
        ALWAYS,
        /** Once a bucket: a power cut may take the last bucket. */
        EACH_BUCKET
    }

    /**
     * Names of the topics.
     *
     * @param facts the topic of facts
     * @param warningsShown the topic of counted answers
     */
    public record Topics(String facts, String warningsShown) {
        /** The contract's names. */
        public static final Topics OF_THE_CONTRACT =
                new Topics("dutyledger.facts", "dutyledger.warnings-shown");
    }

    private static final long LEAST_OUTBOX = 8 << 20;

    /** Refuses values that cannot work. */
    public ClientSettings {
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("bootstrap.servers is missing");
        }
        if (bucket.toMillis() < 1 || outboxBytes < LEAST_OUTBOX) {
            throw new IllegalArgumentException(
                    "bucket is %s and outboxBytes %d, expected at least 1 ms and %d"
                            .formatted(bucket, outboxBytes, LEAST_OUTBOX));
        }
    }

    /**
     * The common case: buckets of a second, an outbox of at most 256 MiB, the contract's topics.
     */
    public static ClientSettings of(String bootstrapServers, String provider, Path outbox) {
        return new ClientSettings(
                Map.of("bootstrap.servers", bootstrapServers),
                provider,
                outbox,
                Duration.ofSeconds(1),
                256L << 20,
                Sync.EACH_BUCKET,
                Topics.OF_THE_CONTRACT,
                Clock.systemUTC());
    }

    /** The same with buckets of another length. */
    public ClientSettings withBucket(Duration bucket) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }

    /** The same with an outbox of another size. */
    public ClientSettings withOutboxBytes(long outboxBytes) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }

    /** The same, forcing the outbox to the disk at other times. */
    public ClientSettings withSync(Sync sync) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }

    /** The same with other topics. */
    public ClientSettings withTopics(Topics topics) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }

    /** The same with other settings of Kafka's producer. */
    public ClientSettings withKafka(Map<String, Object> kafka) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }

    /** The same under another clock. */
    public ClientSettings withClock(Clock clock) {
        return new ClientSettings(
                kafka, provider, outbox, bucket, outboxBytes, sync, topics, clock);
    }
}
