package org.dutyledger.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.KafkaEvents;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;

/** Reads Kafka records, structured or binary, as facts. */
class KafkaFacts {

    /** The reason of a record without a value: topics of facts are not compacted. */
    static final String TOMBSTONE = "tombstone";

    private final FactReader reader;

    KafkaFacts(FactReader reader) {
        this.reader = reader;
    }

    Reading read(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            var reason = new Reason("", TOMBSTONE, "no value", "a CloudEvent");
            return new Reading.Refused(new byte[0], List.of(reason), null, null, null, null);
        }
        return reader.read(
                KafkaEvents.structured(
                        each ->
                                record.headers()
                                        .forEach(header -> {
                                            if (header.value() != null) {
                                                each.accept(header.key(), header.value());
                                            }
                                        }),
                        value));
    }
}
