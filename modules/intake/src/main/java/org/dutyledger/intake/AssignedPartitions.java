package org.dutyledger.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions this consumer reads, each under its epoch, and how far each is recorded. Used by
 * the consumer's thread alone.
 */
final class AssignedPartitions implements ConsumerRebalanceListener, Progress {

    /** Rows are locked in one order everywhere: two consumers never wait crosswise. */
    private static final Comparator<TopicPartition> ONE_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final IntakeOffsets offsets;
    private final Map<TopicPartition, IntakeOffsets.Assignment> held = new HashMap<>();

    AssignedPartitions(KafkaConsumer<byte[], byte[]> consumer, IntakeOffsets offsets) {
        this.consumer = consumer;
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> earliest = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        earliest.forEach((partition, first) -> {
            var assignment = offsets.take(partition.topic(), partition.partition(), first);
            refuseGap(partition, first, assignment.next(), end.getOrDefault(partition, 0L));
            held.put(partition, assignment);
            consumer.seek(partition, assignment.next());
        });
    }

    /** Facts that nobody can read any more are for a person to hear of, not to be passed over. */
    private static void refuseGap(TopicPartition partition, long first, long next, long end) {
        if (next < first || next > end) {
            throw new IllegalStateException(
                    """
                    %s holds the offsets %d to %d, but recording goes on at %d: records were deleted unread, or \
                    this is another topic of the same name. When that is understood, set next_offset of \
                    ledger.intake_offset to %d to go on\
                    """
                            .formatted(partition, first, end, next, first));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(held::remove);
    }

    /** Runs inside the transaction that records the arrivals. */
    @Override
    public void advance(List<Arrival> arrivals) {
        next(arrivals)
                .forEach((partition, next) ->
                        offsets.advance(
                                partition.topic(), partition.partition(), next, epoch(partition)));
    }

    /** No epoch of a partition that is not held: the database refuses it. */
    private long epoch(TopicPartition partition) {
        var assignment = held.get(partition);
        return assignment == null ? 0 : assignment.epoch();
    }

    @Override
    public void done(List<Arrival> arrivals) {
        next(arrivals)
                .forEach((partition, next) ->
                        held.computeIfPresent(
                                partition,
                                (key, was) -> new IntakeOffsets.Assignment(next, was.epoch())));
    }

    private static Map<TopicPartition, Long> next(List<Arrival> arrivals) {
        var next = new TreeMap<TopicPartition, Long>(ONE_ORDER);
        for (Arrival arrival : arrivals) {
            if (arrival.origin()
                    instanceof Origin.Kafka(String topic, int partition, long offset)) {
                next.merge(new TopicPartition(topic, partition), offset + 1, Math::max);
            }
        }
        return next;
    }

    /** Reads again what was polled and is not recorded. */
    void goBack() {
        held.forEach((partition, at) -> consumer.seek(partition, at.next()));
    }

    Map<TopicPartition, OffsetAndMetadata> committable() {
        return held.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> new OffsetAndMetadata(each.getValue().next())));
    }

    /** Records behind the end of the partitions, as far as the last fetches told. */
    long lag() {
        return held.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(held.keySet());
    }
}
