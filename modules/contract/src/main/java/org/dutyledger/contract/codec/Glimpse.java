package org.dutyledger.contract.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What can be read of an event that is not a valid fact; null: not. */
record Glimpse(
        @Nullable String source,
        @Nullable String id,
        @Nullable String type,
        @Nullable String subject) {

    static Glimpse of(byte[] bytes) {
        Map<String, String> seen = new HashMap<>();
        try (JsonParser p = Json.parser(bytes, 0, bytes.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                for (String name; (name = p.nextName()) != null; ) {
                    if (p.nextToken() == JsonToken.VALUE_STRING && isWanted(name)) {
                        seen.putIfAbsent(name, Found.fit(p.getString(), Text.LONGEST_SOURCE));
                    }
                    p.skipChildren();
                }
            }
        } catch (JacksonException end) {
            // what came before it has been seen
        }
        return new Glimpse(
                seen.get("source"), seen.get("id"), seen.get("type"), seen.get("subject"));
    }

    private static boolean isWanted(String name) {
        return name.equals("source")
                || name.equals("id")
                || name.equals("type")
                || name.equals("subject");
    }
}
