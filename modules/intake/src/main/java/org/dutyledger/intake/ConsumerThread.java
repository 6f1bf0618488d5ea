package org.dutyledger.intake;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the consumer group, on a thread of its own from its start to its stop, whatever
 * fails: the database or Kafka being away is waited for, with growing pauses.
 */
final class ConsumerThread {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerThread.class);

    private final Map<String, Object> kafka;
    private final String topic;
    private final IntakeTopics topics;
    private final PollRecorder.Parts parts;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Pause pause = new Pause(stop);
    private final Thread thread;

    private volatile ConsumerState state = new ConsumerState.Stopped();
    private volatile long lag;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param kafka settings of the group's member
     * @param topic of the facts
     */
    ConsumerThread(
            String name,
            Map<String, Object> kafka,
            String topic,
            IntakeTopics topics,
            PollRecorder.Parts parts,
            Clock clock) {
        this.kafka = kafka;
        this.topic = topic;
        this.topics = topics;
        this.parts = parts;
        this.clock = clock;
        this.thread = new Thread(this::readUntilStopped, name);
    }

    void start() {
        thread.start();
    }

    /** Tells it to stop; {@link #join} waits until it has. */
    void stop() {
        stop.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it is. */
    ConsumerState state() {
        return state;
    }

    /** Records of its partitions that are not read yet, as far as the last fetches told. */
    long lag() {
        return lag;
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void readUntilStopped() {
        while (!stopped()) {
            try (var joined = new KafkaConsumer<byte[], byte[]>(kafka)) {
                consumer = joined;
                topics.createMissing();
                read(new PollRecorder(joined, topic, parts));
            } catch (WakeupException e) {
                LOG.debug("woken up to stop");
            } catch (FencedException e) {
                // Joining again asks the group who reads the partition now.
                LOG.warn("nothing of this batch is recorded: {}", e.getMessage());
            } catch (RuntimeException e) {
                waitFor(e);
            } finally {
                consumer = null;
                lag = 0;
            }
        }
        state = new ConsumerState.Stopped();
    }

    private void read(PollRecorder recorder) {
        while (!stopped()) {
            try {
                recorder.pollAndRecord();
                lag = recorder.lag();
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
        String cause = Failure.sentence(failure.getCause() == null ? failure : failure.getCause());
        if (!(state instanceof ConsumerState.Waiting)) {
            state = new ConsumerState.Waiting(clock.instant(), cause);
        }
        LOG.warn("facts are not recorded, trying again: {}", cause);
        LOG.debug("facts are not recorded", failure);
        pause.rest();
    }
}
