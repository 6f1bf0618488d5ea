package org.dutyledger.intake.windows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.contract.codec.Instants;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A closed window as a fact of type {@code coverage.observed}. Its revision is the number of
 * answers counted, which only grows; its id is made of the window and its counts. So the same
 * counts are the same fact on any machine and after any replay, and more counts replace fewer.
 */
final class CoverageJson {

    private static final int DIGEST = 16;

    private final JsonMapper json;
    private final Duration length;

    CoverageJson(JsonMapper json, Duration length) {
        this.json = json;
        this.length = length;
    }

    byte[] fact(WindowKey window, Counts counts) {
        Instant to = window.from().plus(length);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("version", window.version());
        data.put("from", Instants.print(window.from()));
        data.put("to", Instants.print(to));
        data.put("outputs", counts.outputs());
        data.put("warned", counts.warned());
        put(data, "surface", window.surface());
        put(data, "topic", window.topic());
        put(data, "locale", window.locale());
        data.put("revision", counts.outputs());
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id(window, counts));
        event.put("source", "/providers/" + window.model().provider() + "/dutyledger/windows");
        event.put("type", "org.dutyledger.coverage.observed.v1");
        event.put("subject", window.model().model());
        event.put("time", Instants.print(to));
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", window.model().toString());
        event.put("data", data);
        return json.writeValueAsBytes(event);
    }

    private String id(WindowKey window, Counts counts) {
        byte[] digest = sha256(window.text() + "\0" + length);
        return HexFormat.of().formatHex(digest, 0, DIGEST)
                + "-"
                + counts.outputs()
                + "-"
                + counts.warned();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void put(
            Map<String, @Nullable Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
