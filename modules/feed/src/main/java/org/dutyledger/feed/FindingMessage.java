package org.dutyledger.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A finding as a Kafka message: a CloudEvent in structured mode under its model's key. */
final class FindingMessage {

    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);

    /** The sequence beside the event, so that it is found without reading it. */
    static final String SEQUENCE = "sequence";

    private FindingMessage() {}

    static ProducerRecord<byte[], byte[]> of(String topic, FeedEntry entry) {
        byte[] key = entry.finding().model().toString().getBytes(StandardCharsets.UTF_8);
        var message = new ProducerRecord<>(topic, key, entry.event());
        message.headers().add(CONTENT_TYPE, CLOUD_EVENT);
        message.headers()
                .add(SEQUENCE, Long.toString(entry.sequence()).getBytes(StandardCharsets.US_ASCII));
        return message;
    }

    /**
     * The sequence of a message.
     *
     * @throws IllegalStateException if it is none of ours
     */
    static long sequence(ConsumerRecord<byte[], byte[]> message) {
        Header header = message.headers().lastHeader(SEQUENCE);
        if (header == null) {
            throw new IllegalStateException(
                    "offset %d of %s-%d is no finding: the topic is not this ledger's alone"
                            .formatted(message.offset(), message.topic(), message.partition()));
        }
        return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
