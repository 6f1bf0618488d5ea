package org.dutyledger.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the facts topic on a thread of its own, from its start to its stop, whatever fails: the
 * database or Kafka being away is waited for, with growing pauses.
 */
class FactConsumer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FactConsumer.class);

    private final Map<String, Object> kafka;
    private final IntakeProperties properties;
    private final IntakeTopics topics;
    private final PollRecorder.Parts parts;
    private final Clock clock;

    private volatile ConsumerState state = new ConsumerState.Stopped();
    private @Nullable Run run;

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
        if (properties.instance() != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instance());
        }
        return settings;
    }

    /** How it is. */
    ConsumerState state() {
        return state;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.roles().contains(IntakeProperties.Role.CONSUMER);
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            run = new Run();
            run.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.stop();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /** From one start to its stop. */
    private final class Run {

        private final CountDownLatch stop = new CountDownLatch(1);
        private final Pause pause = new Pause(stop);
        private final Thread thread = new Thread(this::readUntilStopped, "fact-consumer");
        private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

        void stop() {
            stop.countDown();
            KafkaConsumer<byte[], byte[]> reading = consumer;
            if (reading != null) {
                reading.wakeup();
            }
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean stopped() {
            return stop.getCount() == 0;
        }

        private void readUntilStopped() {
            while (!stopped()) {
                try (var joined = new KafkaConsumer<byte[], byte[]>(kafka)) {
                    consumer = joined;
                    topics.createMissing();
                    read(new PollRecorder(joined, properties.topics().facts(), parts));
                } catch (WakeupException e) {
                    LOG.debug("woken up to stop");
                } catch (FencedException e) {
                    // Joining again asks the group who reads the partition now.
                    LOG.warn("nothing of this batch is recorded: {}", e.getMessage());
                } catch (RuntimeException e) {
                    waitFor(e);
                } finally {
                    consumer = null;
                }
            }
            state = new ConsumerState.Stopped();
        }

        private void read(PollRecorder recorder) {
            while (!stopped()) {
                try {
                    recorder.pollAndRecord();
                    if (!recorder.behind()) {
                        state = new ConsumerState.Reading(recorder.partitions());
                        pause.over();
                    }
                } catch (RecordingFailedException e) {
                    waitFor(e);
                }
            }
        }

        private void waitFor(RuntimeException failure) {
            String cause =
                    Failure.sentence(failure.getCause() == null ? failure : failure.getCause());
            if (!(state instanceof ConsumerState.Waiting)) {
                state = new ConsumerState.Waiting(clock.instant(), cause);
            }
            LOG.warn("facts are not recorded, trying again: {}", cause);
            LOG.debug("facts are not recorded", failure);
            pause.rest();
        }
    }
}
