package org.dutyledger.contract.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Writes an event in structured JSON mode around data that came by itself (binary mode). The data
 * goes in byte for byte; data that is not JSON goes in as {@code data_base64}, so that nothing in
 * it can pass for an attribute, and the reader then says what is wrong with it.
 */
final class StructuredEvent {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    StructuredEvent() {
        out.write('{');
    }

    /** Bytes that are not UTF-8 stay as they are, for the reader to refuse. */
    StructuredEvent attribute(String name, byte[] value) {
        string(name.getBytes(StandardCharsets.UTF_8));
        out.write(':');
        string(value);
        out.write(',');
        return this;
    }

    byte[] data(byte[] data) {
        boolean json = isOneValue(data);
        raw(json ? "\"data\":" : "\"data_base64\":\"");
        out.writeBytes(json ? data : Base64.getEncoder().encode(data));
        raw(json ? "}" : "\"}");
        return out.toByteArray();
    }

    private static boolean isOneValue(byte[] data) {
        if (data.length == 0 || Utf8.isOtherEncoding(data) || !Utf8.isWellFormed(data)) {
            return false;
        }
        try (JsonParser p = Json.parser(data, 0, data.length)) {
            if (p.nextToken() == null) {
                return false;
            }
            p.skipChildren();
            return p.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void string(byte[] text) {
        out.write('"');
        for (byte b : text) {
            if (b == '"' || b == '\\') {
                out.write('\\');
                out.write(b);
            } else if (b >= 0 && b < 0x20) {
                raw(String.format("\\u%04x", b));
            } else {
                out.write(b);
            }
        }
        out.write('"');
    }

    private void raw(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
