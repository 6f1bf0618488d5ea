package org.dutyledger.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: the list it belongs to and the key of its last row, opaque to the reader.
 *
 * @param list name of the list with its order; a cursor of another list is refused
 * @param key the last row's key
 */
record Cursor(String list, List<String> key) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        byte[] json = JSON.writeValueAsString(this).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /**
     * Reads a cursor back.
     *
     * @throws UnknownCursorException if it is none, or one of another list
     */
    static List<String> read(String text, String list, int parts) {
        try {
            JsonNode cursor = JSON.readTree(Base64.getUrlDecoder().decode(text));
            JsonNode key = cursor.path("key");
            if (cursor.path("list").asString("").equals(list) && key.size() == parts) {
                return key.valueStream().map(JsonNode::asString).toList();
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw new UnknownCursorException(text, e);
        }
        throw new UnknownCursorException(text, null);
    }
}
