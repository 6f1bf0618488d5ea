package org.dutyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir Path directory;

    @Test
    void keepsTopicsRecordsAndAddressOverARestart() throws Exception {
        String address;
        try (var server = KafkaServer.start(directory)) {
            address = server.bootstrapServers();
            server.createTopics(3, List.of("facts"));
            server.createTopics(3, List.of("facts"));
            try (var producer =
                    new KafkaProducer<>(
                            Map.<String, Object>of("bootstrap.servers", address),
                            new StringSerializer(),
                            new StringSerializer())) {
                producer.send(new ProducerRecord<>("facts", 1, 1_000L, "key", "value")).get();
            }
        }

        try (var server = KafkaServer.start(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            assertThat(server.bootstrapServers()).isEqualTo(address);
            assertThat(
                            admin.describeTopics(List.of("facts"))
                                    .allTopicNames()
                                    .get()
                                    .get("facts")
                                    .partitions())
                    .hasSize(3);

            ConsumerRecord<String, String> read = only(address);
            assertThat(read.value()).isEqualTo("value");
            assertThat(read.timestamp())
                    .as("time of appending, not of the sender")
                    .isGreaterThan(1_000L);
        }
    }

    @Test
    void aSecondServerInTheSameDirectoryIsRefused() {
        try (var first = KafkaServer.start(directory)) {
            assertThatThrownBy(() -> KafkaServer.start(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(directory.toString());
            first.createTopics(1, List.of("still-served"));
        }
    }

    private static ConsumerRecord<String, String> only(String address) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", address),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition("facts", 1);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1))) {
                    return each;
                }
            }
            throw new AssertionError("no record within 30 s");
        }
    }
}
