package org.dutyledger.liability;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes in DEFLATE form (RFC 1951), after their plain length in four bytes. */
final class Packed {

    /** DEFLATE packs no closer: a length beyond it is none, and is not reserved. */
    private static final long CLOSEST = 1032;

    private Packed() {}

    static byte[] pack(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[Integer.BYTES + plain.length + plain.length / 1000 + 64];
            ByteBuffer.wrap(packed).putInt(plain.length);
            int length = Integer.BYTES;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        }
    }

    /**
     * @throws IllegalArgumentException if the bytes are not in that form
     */
    static byte[] unpack(byte[] packed) {
        if (packed.length < Integer.BYTES) {
            throw new IllegalArgumentException("not the state of a dossier");
        }
        int length = ByteBuffer.wrap(packed).getInt();
        if (length < 0 || length > CLOSEST * packed.length) {
            throw new IllegalArgumentException("not the state of a dossier");
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
            byte[] plain = new byte[length];
            if (inflater.inflate(plain) != length) {
                throw new IllegalArgumentException("not the state of a dossier");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not the state of a dossier", e);
        }
    }
}
