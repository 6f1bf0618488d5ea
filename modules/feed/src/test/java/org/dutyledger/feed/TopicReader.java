package org.dutyledger.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.embedded.TestKafka;
import org.jspecify.annotations.Nullable;

/** A provider's consumer of committed messages: what it saw, and what was out of order. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, String> events = new HashMap<>();
    private final Map<Integer, Long> last = new HashMap<>();
    private final List<String> disorder = new ArrayList<>();

    TopicReader(String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestKafka.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(part -> new TopicPartition(topic, part.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what is there now and tells how many findings it has seen by now. */
    long readOn() {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
            long sequence = FindingMessage.sequence(each);
            if (events.put(sequence, new String(each.value(), UTF_8)) != null) {
                disorder.add("twice: " + sequence);
            }
            Long before = last.put(each.partition(), sequence);
            if (before != null && before >= sequence) {
                disorder.add("%d after %d".formatted(sequence, before));
            }
        }
        return events.size();
    }

    /** Null: it has not seen it. */
    @Nullable String event(long sequence) {
        return events.get(sequence);
    }

    List<String> disorder() {
        return disorder;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
