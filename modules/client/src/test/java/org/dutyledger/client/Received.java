package org.dutyledger.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;

/** What stands on a topic: each event once, as the service takes it. */
record Received(List<Fact> facts, int records) {

    static Received from(String bootstrap, String topic) {
        List<Fact> facts = new ArrayList<>();
        Set<FactKey> seen = new HashSet<>();
        int records = 0;
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                for (ConsumerRecord<byte[], byte[]> it : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    Fact fact = ((Reading.Read) new FactReader().read(it.value())).fact();
                    if (seen.add(fact.key())) {
                        facts.add(fact);
                    }
                }
            }
        }
        return new Received(facts, records);
    }

    long outputs() {
        return facts.stream().mapToLong(it -> ((WarningShown) it.data()).outputs()).sum();
    }

    long warned() {
        return facts.stream().mapToLong(it -> ((WarningShown) it.data()).warned()).sum();
    }
}
