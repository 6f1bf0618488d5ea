package org.dutyledger.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the facts topic on threads of its own, each a member of the consumer group with partitions
 * of its own: while one waits for the database, another judges.
 */
class FactConsumer implements SmartLifecycle {

    private final Map<String, Object> kafka;
    private final IntakeProperties properties;
    private final IntakeTopics topics;
    private final PollRecorder.Parts parts;
    private final Clock clock;

    private List<ConsumerThread> threads = List.of();

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    FactConsumer(
            Map<String, Object> kafka,
            IntakeProperties properties,
            IntakeTopics topics,
            PollRecorder.Parts parts,
            Clock clock) {
        this.kafka = settings(kafka, properties);
        this.properties = properties;
        this.topics = topics;
        this.parts = parts;
        this.clock = clock;
        parts.metrics().consumerLag(this::lag);
    }

    private static Map<String, Object> settings(
            Map<String, Object> kafka, IntakeProperties properties) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, properties.groupId());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // The database says where to go on; a gap in retention must be an error, not a jump.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.pollSize());
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, properties.fetchMinBytes());
        settings.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                (int) properties.fetchMaxWait().toMillis());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * 1024 * 1024);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 300_000);
        return settings;
    }

    /** How it is: what one of its threads waits for, else what they read together. */
    synchronized ConsumerState state() {
        Set<TopicPartition> partitions = new HashSet<>();
        boolean reading = false;
        for (ConsumerThread thread : threads) {
            switch (thread.state()) {
                case ConsumerState.Waiting waiting -> {
                    return waiting;
                }
                case ConsumerState.Reading(var its) -> {
                    partitions.addAll(its);
                    reading = true;
                }
                case ConsumerState.Stopped _ -> {}
            }
        }
        return reading ? new ConsumerState.Reading(partitions) : new ConsumerState.Stopped();
    }

    private synchronized long lag() {
        return threads.stream().mapToLong(ConsumerThread::lag).sum();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.roles().contains(IntakeProperties.Role.CONSUMER);
    }

    @Override
    public synchronized void start() {
        if (threads.isEmpty()) {
            threads =
                    IntStream.rangeClosed(1, properties.consumers())
                            .mapToObj(this::thread)
                            .toList();
            threads.forEach(ConsumerThread::start);
        }
    }

    private ConsumerThread thread(int number) {
        Map<String, Object> member = new HashMap<>(kafka);
        if (properties.instance() != null) {
            member.put(
                    ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instance() + "-" + number);
        }
        return new ConsumerThread(
                "fact-consumer-" + number,
                member,
                properties.topics().facts(),
                topics,
                parts,
                clock);
    }

    /** Does not hold the lock while it waits: how the threads are can be asked meanwhile. */
    @Override
    public void stop() {
        List<ConsumerThread> running = running();
        running.forEach(ConsumerThread::stop);
        running.forEach(ConsumerThread::join);
        stopped();
    }

    private synchronized List<ConsumerThread> running() {
        return threads;
    }

    private synchronized void stopped() {
        threads = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
