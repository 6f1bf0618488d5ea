package org.dutyledger.intake.windows;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.dutyledger.intake.IntakeProperties;
import org.dutyledger.intake.IntakeTopics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the counting of warnings shown where this instance has the role {@code windows}. A thread
 * that fails is replaced; its transaction is not committed, so nothing is lost and nothing counts
 * twice.
 */
final class WindowsRole implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WindowsRole.class);

    private final boolean active;
    private final IntakeTopics topics;
    private final Topology topology;
    private final Properties settings = new Properties();
    private @Nullable KafkaStreams streams;

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    WindowsRole(
            Map<String, Object> kafka,
            IntakeProperties intake,
            WindowsProperties windows,
            IntakeTopics topics,
            Topology topology) {
        this.active = intake.roles().contains(IntakeProperties.Role.WINDOWS);
        this.topics = topics;
        this.topology = topology;
        settings.putAll(kafka);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, intake.groupId() + "-windows");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, windows.threads());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, windows.state().toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        settings.put("auto.offset.reset", "earliest");
    }

    @Override
    public boolean isAutoStartup() {
        return active;
    }

    @Override
    public synchronized void start() {
        if (streams == null) {
            topics.createMissing();
            var starting = new KafkaStreams(topology, settings);
            starting.setUncaughtExceptionHandler(failure -> {
                LOG.warn("warnings shown are not counted, trying again", failure);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            });
            starting.start();
            streams = starting;
        }
    }

    @Override
    public synchronized void stop() {
        if (streams != null) {
            streams.close();
            streams = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }
}
