package org.dutyledger.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rejected fact as it is told on the topic {@code dutyledger.rejected}: a CloudEvent in
 * structured mode, type {@code org.dutyledger.fact.rejected.v1}, id the entry's number, time when
 * the fact was received, key {@code source|id} where both are readable. Its data is the entry, and
 * in {@code bytes} what arrived in Base64 (at most the first 256 KiB). Sent at least once.
 */
public final class RejectedMessage {

    private static final String TYPE = "org.dutyledger.fact.rejected.v1";
    private static final String SOURCE = "/dutyledger/rejected";

    private final String topic;
    private final JsonMapper json;

    /**
     * @param topic where it is told
     */
    public RejectedMessage(String topic, JsonMapper json) {
        this.topic = topic;
        this.json = json;
    }

    ProducerRecord<byte[], byte[]> of(RejectedFact fact, byte[] bytes) {
        var message =
                new ProducerRecord<byte[], byte[]>(
                        topic, key(fact), event(Long.toString(fact.id()), fact, bytes));
        message.headers().add("content-type", "application/cloudevents+json".getBytes(US_ASCII));
        return message;
    }

    /**
     * The event.
     *
     * @param id of the entry
     * @param bytes as much as was kept of what arrived
     */
    public byte[] event(String id, RejectedFact fact, byte[] bytes) {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", TYPE);
        event.put("time", fact.received().toString());
        if (fact.model() != null) {
            event.put("subject", fact.model());
        }
        event.put("datacontenttype", "application/json");
        event.put("data", data(fact, bytes));
        return json.writeValueAsBytes(event);
    }

    private static Map<String, @Nullable Object> data(RejectedFact fact, byte[] bytes) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("verdict", fact.verdict().text());
        data.put("reasons", fact.reasons());
        data.put("source", fact.source());
        data.put("id", fact.fact());
        data.put("type", fact.type());
        data.put("door", fact.origin().door());
        if (fact.origin() instanceof Origin.Kafka(String from, int partition, long offset)) {
            data.put("topic", from);
            data.put("partition", partition);
            data.put("offset", offset);
        }
        data.put("size", fact.size());
        data.put("bytes", Base64.getEncoder().encodeToString(bytes));
        return data;
    }

    private static byte @Nullable [] key(RejectedFact fact) {
        return fact.source() == null || fact.fact() == null
                ? null
                : (fact.source() + "|" + fact.fact()).getBytes(UTF_8);
    }
}
