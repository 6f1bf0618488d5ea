package org.dutyledger.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.dutyledger.contract.codec.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One membership of the consumer group: polls, and records each poll in one transaction. */
final class PollRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(PollRecorder.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Parts parts;
    private final AssignedPartitions assigned;
    private boolean behind;

    /** What every membership works with. */
    record Parts(
            KafkaFacts facts,
            BatchRecorder recorder,
            IntakeOffsets offsets,
            IntakeMetrics metrics,
            Clock clock) {}

    PollRecorder(KafkaConsumer<byte[], byte[]> consumer, String topic, Parts parts) {
        this.consumer = consumer;
        this.parts = parts;
        this.assigned = new AssignedPartitions(consumer, parts.offsets());
        consumer.subscribe(List.of(topic), assigned);
    }

    /**
     * Waits a moment for records and records them.
     *
     * @throws FencedException if another consumer owns one of the partitions
     * @throws RecordingFailedException if they could not be recorded; they will be polled again
     */
    void pollAndRecord() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        if (polled.isEmpty()) {
            return;
        }
        try {
            parts.recorder().record(read(polled), assigned);
        } catch (FencedException e) {
            parts.metrics().fenced();
            throw e;
        } catch (RuntimeException e) {
            // Axon ends a command that takes too long by an interrupt, which may be left over.
            Thread.interrupted();
            assigned.goBack();
            behind = true;
            throw new RecordingFailedException(e);
        }
        behind = false;
        measure(polled);
        commitForLagTools();
    }

    /** Records of its partitions that are not read yet, as far as the last fetches told. */
    long lag() {
        return assigned.lag();
    }

    /** Whether something was polled that could not be recorded yet. */
    boolean behind() {
        return behind;
    }

    Set<TopicPartition> partitions() {
        return assigned.partitions();
    }

    private List<Arrival> read(ConsumerRecords<byte[], byte[]> polled) {
        var arrivals = new ArrayList<Arrival>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            Reading reading = parts.facts().read(record);
            if (reading instanceof Reading.Read read && !keyed(record, read)) {
                parts.metrics().foreignKey();
            }
            arrivals.add(
                    new Arrival(
                            new Origin.Kafka(record.topic(), record.partition(), record.offset()),
                            reading));
        }
        return arrivals;
    }

    private static boolean keyed(ConsumerRecord<byte[], byte[]> record, Reading.Read read) {
        byte[] model = read.fact().model().toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(record.key(), model);
    }

    private void measure(ConsumerRecords<byte[], byte[]> polled) {
        long now = parts.clock().millis();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            parts.metrics().lag(Duration.ofMillis(now - record.timestamp()));
        }
    }

    /** The ledger never reads these offsets back. */
    private void commitForLagTools() {
        consumer.commitAsync(
                assigned.committable(),
                (offsets, failure) -> {
                    if (failure != null) {
                        LOG.debug("Kafka's own offsets were not moved", failure);
                    }
                });
    }
}
