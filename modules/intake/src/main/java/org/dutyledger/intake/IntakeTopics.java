package org.dutyledger.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of the contract where they are missing, in an embedded and in an outside
 * cluster. Topics that exist stay as they are; above all they get no partitions, which would move
 * models to other partitions and mix up the order of their facts.
 */
public class IntakeTopics {

    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final List<NewTopic> topics;

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    public IntakeTopics(Map<String, Object> kafka, IntakeProperties properties) {
        this.kafka = kafka;
        IntakeProperties.Topics names = properties.topics();
        this.topics =
                Stream.of(names.facts(), names.warningsShown(), names.findings(), names.rejected())
                        .map(name -> topic(name, properties))
                        .toList();
    }

    private static NewTopic topic(String name, IntakeProperties properties) {
        var settings = new HashMap<String, String>();
        // Retention counts from the arrival: facts of past years would be deleted unread.
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (name.equals(properties.topics().rejected())) {
            settings.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(properties.rejectedRetention().toMillis()));
        }
        return new NewTopic(name, Optional.of(properties.partitions()), Optional.empty())
                .configs(settings);
    }

    /**
     * Creates what is missing; of several threads one does, and the others find it done.
     *
     * @throws IllegalStateException if something is missing and cannot be created
     */
    public synchronized void createMissing() {
        try (Admin admin = Admin.create(kafka)) {
            Set<String> present = admin.listTopics().names().get();
            for (NewTopic topic : topics) {
                if (!present.contains(topic.name())) {
                    create(admin, topic);
                    awaitLeaders(admin, topic);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell its topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for topics", e);
        }
    }

    /**
     * A partition without its leader yet refuses a producer's first batch and takes the next, and
     * then repeats "out of order" until the producer gives up: so wait until each one answers.
     */
    private static void awaitLeaders(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int part = 0; part < topic.numPartitions(); part++) {
            ends.put(new TopicPartition(topic.name(), part), OffsetSpec.latest());
        }
        long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
        while (!answer(admin, ends)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the new topic %s has no leaders".formatted(topic.name()));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean answer(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static void create(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            // Another instance may start at the same time.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "the topic %s is missing and cannot be created".formatted(topic.name()),
                        e.getCause());
            }
        }
    }
}
