package org.dutyledger.ledger.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's binary COPY format (sql-copy.html, "Binary Format"), written into memory. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final long POSTGRES_EPOCH_SECOND = 946_684_800L;
    private static final int NULL = -1;

    private byte[] bytes;
    private int size;

    /**
     * @param expected bytes; more may come
     */
    CopyBuffer(int expected) {
        bytes = new byte[expected];
        raw(SIGNATURE);
        int4(0);
        int4(0);
    }

    void row(int columns) {
        int2(columns);
    }

    void integer(int value) {
        int4(Integer.BYTES);
        int4(value);
    }

    void bigint(long value) {
        int4(Long.BYTES);
        int8(value);
    }

    /** Microseconds since 2000-01-01. */
    void timestamptz(Instant value) {
        bigint(
                (value.getEpochSecond() - POSTGRES_EPOCH_SECOND) * 1_000_000
                        + value.getNano() / 1_000);
    }

    void text(@Nullable String value) {
        bytea(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void bytea(byte @Nullable [] value) {
        if (value == null) {
            int4(NULL);
        } else {
            int4(value.length);
            raw(value);
        }
    }

    void end() {
        int2(-1);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private void int2(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void int4(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
    }

    private void int8(long value) {
        int4((int) (value >> 32));
        int4((int) value);
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
