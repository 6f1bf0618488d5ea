package org.dutyledger.contract.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP protocol binding of CloudEvents 1.0.2: structured, batched and binary mode. */
public final class HttpEvents {

    private static final String PREFIX = "ce-";
    private static final String CONTENT_TYPE = "content-type";

    private HttpEvents() {}

    /** What a request carries. */
    public sealed interface Body {

        /** One event per entry in structured JSON mode, in order; each for a reader to judge. */
        record Events(List<byte[]> events) implements Body {}

        /** Not a request with events. */
        record Unreadable(Reason reason) implements Body {}
    }

    /**
     * Takes a request apart.
     *
     * @param headers by name in any case, one value each
     */
    public static Body events(Map<String, String> headers, byte[] body) {
        String contentType = contentType(headers);
        if (contentType != null && MediaTypes.isBatch(contentType)) {
            return Batch.split(body);
        }
        if (contentType != null && MediaTypes.isEvent(contentType)) {
            return new Body.Events(List.of(body));
        }
        boolean binary = headers.keySet().stream().anyMatch(HttpEvents::isAttribute);
        if (!binary || (contentType != null && MediaTypes.isSomeEvent(contentType))) {
            String found = contentType == null ? "nothing" : contentType;
            return new Body.Unreadable(
                    new Reason(
                            "",
                            Reason.CONTENT_TYPE,
                            Found.shorten(found),
                            "application/cloudevents+json, application/cloudevents-batch+json,"
                                    + " or ce- headers"));
        }
        return new Body.Events(List.of(binary(headers, contentType, body)));
    }

    private static byte[] binary(
            Map<String, String> headers, @Nullable String contentType, byte[] body) {
        StructuredEvent event = new StructuredEvent();
        headers.forEach((name, value) -> {
            if (isAttribute(name)) {
                String attribute = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                event.attribute(attribute, decoded(value));
            }
        });
        if (contentType != null) {
            event.attribute("datacontenttype", contentType.getBytes(StandardCharsets.UTF_8));
        }
        return event.data(body);
    }

    private static boolean isAttribute(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    private static @Nullable String contentType(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(CONTENT_TYPE)) {
                return header.getValue();
            }
        }
        return null;
    }

    /** Undoes the percent-encoding of header values (binding, section 3.1.3.2). */
    private static byte[] decoded(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            int high =
                    text[i] == '%' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(text[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(text[i]);
            }
        }
        return out.toByteArray();
    }
}
