package org.dutyledger.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka protocol binding of CloudEvents 1.0.2: structured and binary mode.
 *
 * <p>A message whose {@code content-type} says {@code application/cloudevents}, or that has no
 * {@code ce_} header, is taken in structured mode.
 */
public final class KafkaEvents {

    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] NOTHING = new byte[0];

    private KafkaEvents() {}

    /**
     * The event of a message in structured JSON mode: in structured mode the value itself, in
     * binary mode its headers around the bytes of the value. Never fails; whether the result is a
     * fact is for the {@link FactReader} to say.
     *
     * @param value null: no value (a tombstone)
     */
    public static byte[] structured(Headers headers, byte @Nullable [] value) {
        byte[] data = value == null ? NOTHING : value;
        Mode mode = new Mode();
        headers.forEach(mode::see);
        if (mode.structured || !mode.binary) {
            return data;
        }
        StructuredEvent event = new StructuredEvent();
        headers.forEach((key, text) -> attribute(event, key, text));
        return event.data(data);
    }

    private static void attribute(StructuredEvent event, String key, byte[] value) {
        if (key.startsWith(PREFIX)) {
            event.attribute(key.substring(PREFIX.length()), value);
        } else if (key.toLowerCase(Locale.ROOT).equals(CONTENT_TYPE)) {
            event.attribute("datacontenttype", value);
        }
    }

    private static final class Mode {
        private boolean structured;
        private boolean binary;

        void see(String key, byte[] value) {
            if (key.startsWith(PREFIX)) {
                binary = true;
            } else if (key.equalsIgnoreCase(CONTENT_TYPE)) {
                structured = MediaTypes.isEvent(new String(value, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
