package org.dutyledger.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dutyledger.contract.codec.Instants;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes CloudEvents in structured mode. {@code source} names the outbox, {@code id} and the
 * extension {@code sequence} the number of the event in it (CloudEvents' extension: order within
 * one source).
 */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String provider;
    private final String source;

    EventJson(String provider, String instance) {
        this.provider = provider;
        this.source = "/providers/" + provider + "/clients/" + instance;
    }

    String source() {
        return source;
    }

    static String id(long number) {
        return String.format(Locale.ROOT, "%016x", number);
    }

    Message counted(long number, CountsFile.Count count, long from, long length) {
        Series series = count.series();
        Instant begins = Instant.ofEpochMilli(from);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("version", series.version());
        data.put("outputs", count.outputs());
        data.put("warned", count.warned());
        put(data, "surface", series.surface());
        put(data, "topic", series.topic());
        put(data, "locale", series.locale());
        put(data, "warning", series.warning());
        data.put("from", Instants.print(begins));
        data.put("to", Instants.print(begins.plusMillis(length)));
        return message(number, true, "warning.shown", series.model(), begins, data);
    }

    Message fact(long number, String name, String model, Instant time, Map<String, ?> data) {
        return message(number, false, name, model, time, data);
    }

    private Message message(
            long number,
            boolean counted,
            String name,
            String model,
            Instant time,
            Map<String, ?> data) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        String key = provider + "/" + model;
        event.put("specversion", "1.0");
        event.put("id", id(number));
        event.put("source", source);
        event.put("type", "org.dutyledger." + name + ".v1");
        event.put("subject", model);
        event.put("time", Instants.print(time));
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", key);
        event.put("sequence", id(number));
        event.put("data", data);
        return new Message(
                number,
                counted,
                key.getBytes(StandardCharsets.UTF_8),
                JSON.writeValueAsBytes(event));
    }

    private static void put(
            Map<String, @Nullable Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
