package org.dutyledger.intake.windows;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Answers counted.
 *
 * @param outputs how many
 * @param warned how many of them carried the warning
 */
record Counts(long outputs, long warned) {

    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts more) {
        return new Counts(Math.addExact(outputs, more.outputs), Math.addExact(warned, more.warned));
    }

    static Serde<Counts> serde() {
        return Serdes.serdeFrom((topic, it) -> bytes(it), (topic, it) -> read(it));
    }

    private static byte @Nullable [] bytes(@Nullable Counts it) {
        return it == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(it.outputs)
                        .putLong(it.warned)
                        .array();
    }

    private static @Nullable Counts read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Counts(in.getLong(), in.getLong());
    }
}
