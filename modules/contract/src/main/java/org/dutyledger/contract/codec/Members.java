package org.dutyledger.contract.codec;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of a JSON object as the bytes they were written in. */
final class Members {

    private Members() {}

    /**
     * The object without some members, the others byte for byte.
     *
     * @throws IllegalArgumentException if the bytes are not a JSON object
     */
    static byte[] without(byte[] object, String... names) {
        Set<String> unwanted = Set.of(names);
        ByteArrayOutputStream out = new ByteArrayOutputStream(object.length);
        out.write('{');
        try (JsonParser p = Json.parser(object, 0, object.length)) {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            boolean first = true;
            for (String name; (name = p.nextName()) != null; ) {
                int from = (int) p.currentTokenLocation().getByteOffset();
                p.nextToken();
                p.skipChildren();
                p.finishToken();
                int to = (int) p.currentLocation().getByteOffset();
                if (!unwanted.contains(name)) {
                    if (!first) {
                        out.write(',');
                    }
                    out.write(object, from, to - from);
                    first = false;
                }
            }
        }
        out.write('}');
        return out.toByteArray();
    }
}
