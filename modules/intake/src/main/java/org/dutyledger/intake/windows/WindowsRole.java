package org.dutyledger.intake.windows;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 * twice. While Kafka is away the service starts all the same, and the counting waits for it.
 */
final class WindowsRole implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WindowsRole.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(15);

    private final boolean active;
    private final IntakeTopics topics;
    private final Topology topology;
    private final Properties settings = new Properties();
    private @Nullable Thread thread;
    private CountDownLatch stop = new CountDownLatch(0);

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
        if (thread == null) {
            stop = new CountDownLatch(1);
            CountDownLatch until = stop;
            thread = new Thread(() -> countUntil(until), "windows");
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

    private void countUntil(CountDownLatch stopped) {
        try {
            while (stopped.getCount() > 0) {
                try {
                    topics.createMissing();
                    count(stopped);
                } catch (RuntimeException e) {
                    LOG.warn("warnings shown are not counted, trying again: {}", e.toString());
                    stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            // Only the latch stops this thread in order; ended otherwise it counts no more.
            LOG.warn("the counting of warnings shown was interrupted", e);
        }
    }

    private void count(CountDownLatch stopped) throws InterruptedException {
        var streams = new KafkaStreams(topology, settings);
        try {
            streams.setUncaughtExceptionHandler(failure -> {
                LOG.warn("warnings shown are not counted, trying again", failure);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            });
            streams.start();
            stopped.await();
        } finally {
            streams.close(CLOSE);
        }
    }
}
