package org.dutyledger.contract.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a JSON array into the bytes of its elements. Looks at strings, brackets and commas only,
 * so that what is wrong inside one element stays inside it.
 */
final class Batch {

    private final byte[] bytes;
    private final List<byte[]> elements = new ArrayList<>();
    private int depth;
    private int start;

    private Batch(byte[] bytes) {
        this.bytes = bytes;
    }

    static HttpEvents.Body split(byte[] bytes) {
        Batch batch = new Batch(bytes);
        String wrong = batch.walk();
        return wrong == null
                ? new HttpEvents.Body.Events(List.copyOf(batch.elements))
                : new HttpEvents.Body.Unreadable(
                        new Reason("", Reason.JSON, wrong, "a JSON array of events"));
    }

    private @Nullable String walk() {
        int at = skipSpace(0);
        if (at == bytes.length || bytes[at] != '[') {
            return at == bytes.length ? "nothing" : "no array";
        }
        start = at + 1;
        int end = close(start);
        if (end < 0) {
            return "an array that does not end";
        }
        if (skipSpace(end + 1) != bytes.length) {
            return "more after the array";
        }
        boolean onlySpace = elements.isEmpty() && skipSpace(start) == end;
        if (!onlySpace) {
            element(end);
        }
        return null;
    }

    /** Walks to the bracket that closes the array, taking an element at each comma on the way. */
    private int close(int from) {
        for (int i = from; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '"' -> i = endOfString(i);
                case '[', '{' -> depth++;
                case '}' -> depth--;
                case ']' -> {
                    if (depth <= 0) {
                        return i;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth <= 0) {
                        element(i);
                        start = i + 1;
                        depth = 0;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private int endOfString(int quote) {
        for (int i = quote + 1; i < bytes.length; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == '"') {
                return i;
            }
        }
        return bytes.length;
    }

    private void element(int end) {
        int from = skipSpace(start);
        int to = end;
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        elements.add(Arrays.copyOfRange(bytes, Math.min(from, to), to));
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < bytes.length && isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
