package org.dutyledger.contract.codec;

import java.util.function.BiConsumer;

/**
 * The headers of a message, whatever the client library calls them. For Kafka: {@code each ->
 * record.headers().forEach(h -> each.accept(h.key(), h.value()))}.
 */
@FunctionalInterface
public interface Headers {

    /** Passes every header in order; one without a value is left out. */
    void forEach(BiConsumer<String, byte[]> each);
}
