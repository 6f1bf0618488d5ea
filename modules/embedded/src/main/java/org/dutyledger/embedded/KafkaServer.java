package org.dutyledger.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A whole Kafka, broker and controller in one, inside this process and on 127.0.0.1 only, with data
 * that stays. A fatal fault such as a full disk ends the process, as it does in Kafka itself: a
 * record that cannot be written must not go on.
 *
 * <p>Not for other machines: nothing is encrypted and nobody is asked who they are.
 */
public final class KafkaServer implements AutoCloseable {

    /** What Kafka itself writes into a directory it has formatted. */
    private static final String FORMATTED = "meta.properties";

    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(60);

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaServer(DirectoryLock lock, KafkaRaftServer server, String bootstrapServers) {
        this.lock = lock;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the server, formatting the directory on first use. The ports are chosen once and kept
     * in the directory, so that the address stays the same over restarts.
     *
     * @param directory where the topics are kept, for this server alone
     * @throws IllegalStateException if it does not start, for example because another process holds
     *     the directory
     */
    public static KafkaServer start(Path directory) {
        try {
            Files.createDirectories(directory);
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                return start(directory, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's directory cannot be used: " + directory, e);
        }
    }

    private static KafkaServer start(Path directory, DirectoryLock lock) throws IOException {
        KafkaPorts ports = KafkaPorts.of(directory);
        format(directory);
        var config = new KafkaConfig(KafkaSettings.of(directory, ports));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        startUp(server, directory);
        ports.keep(directory);
        return new KafkaServer(lock, server, "127.0.0.1:" + ports.broker());
    }

    private static void startUp(KafkaRaftServer server, Path directory) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw new IllegalStateException("Kafka did not start in " + directory, e);
        }
    }

    private static void format(Path directory) throws IOException {
        if (Files.exists(directory.resolve(FORMATTED))) {
            return;
        }
        try (var quiet = new PrintStream(OutputStream.nullOutputStream())) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(quiet)
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Kafka cannot format " + directory, e);
        }
    }

    /** Where clients connect, {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates the topics that are not there yet; see {@link #createTopics(String, int, List)}. */
    public void createTopics(int partitions, List<String> names) {
        createTopics(bootstrapServers, partitions, names);
    }

    /**
     * Creates the topics that are not there yet. Their records carry the time at which they were
     * appended: a provider that stamps a fact of years ago with its own time would otherwise have
     * it deleted by the topic's retention before anybody read it.
     *
     * @param bootstrapServers of any Kafka cluster, not only an embedded one
     * @throws IllegalStateException if the cluster refuses or does not answer within a minute
     */
    public static void createTopics(String bootstrapServers, int partitions, List<String> names) {
        Map<String, Object> client =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(client)) {
            Collection<String> present =
                    admin.listTopics().names().get(TOPIC_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing =
                    names.stream()
                            .filter(name -> !present.contains(name))
                            .map(name -> topic(name, partitions))
                            .toList();
            admin.createTopics(missing).all().get(TOPIC_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            awaitLeaders(admin, missing);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topics cannot be created: " + names, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    /**
     * A partition without its leader yet refuses a producer's first batch and takes the next, and
     * then repeats "out of order" until the producer gives up: so wait until each one answers.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int part = 0; part < topic.numPartitions(); part++) {
                ends.put(new TopicPartition(topic.name(), part), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + TOPIC_TIMEOUT.toNanos();
        while (!answer(admin, ends)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no leaders for " + ends.keySet());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean answer(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.listOffsets(ends).all().get(TOPIC_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    /** Stops in order, so that the next start need not wait for this one's session to run out. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
