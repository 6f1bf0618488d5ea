package org.dutyledger.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a topic of findings how far it is. A batch is in it whole or not at all, whichever
 * partitions it went to, so the greatest sequence at the partitions' ends is that of the last batch
 * that was published.
 */
final class TopicEnd {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final String topic;

    /**
     * @param kafka addresses and credentials, as Kafka's clients name them
     */
    TopicEnd(Map<String, Object> kafka, String topic) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.topic = topic;
    }

    /** The last sequence published; 0: none is kept. */
    long sequence() {
        try (var consumer =
                new KafkaConsumer<>(
                        kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(part -> new TopicPartition(topic, part.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("there is no topic %s yet".formatted(topic));
            }
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long greatest = 0;
            for (TopicPartition each : partitions) {
                long end = ends.getOrDefault(each, 0L);
                greatest =
                        Math.max(
                                greatest, last(consumer, each, begins.getOrDefault(each, 0L), end));
            }
            return greatest;
        }
    }

    /** Goes back further and further: marks of transactions and aborted ones hold no record. */
    private static long last(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition part, long begin, long end) {
        consumer.assign(List.of(part));
        long from = end;
        for (long back = 16; from > begin; back *= 8) {
            from = Math.max(begin, end - back);
            consumer.seek(part, from);
            ConsumerRecord<byte[], byte[]> last = lastBefore(consumer, part, end);
            if (last != null) {
                return FindingMessage.sequence(last);
            }
        }
        return 0;
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> lastBefore(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition part, long end) {
        ConsumerRecord<byte[], byte[]> last = null;
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (consumer.position(part) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                last = each;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s does not come to its end".formatted(part));
            }
        }
        return last;
    }
}
