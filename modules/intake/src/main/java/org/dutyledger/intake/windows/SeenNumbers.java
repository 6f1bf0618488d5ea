package org.dutyledger.intake.windows;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of one source were seen: the highest, and a bit for each of the 1024 up to it, as
 * IPsec's window against replays does (RFC 4303, appendix A2). A number below counts as seen.
 */
final class SeenNumbers {

    /** Senders must have fewer numbers than this under way at once. */
    static final int BACK = 1024;

    private static final int WORDS = BACK / Long.SIZE;

    private SeenNumbers() {}

    /**
     * Notes a number, 1 or more.
     *
     * @param seen what {@code with} gave for the same source before; null: nothing
     * @return null: it was seen
     */
    static byte @Nullable [] with(byte @Nullable [] seen, long number) {
        ByteBuffer now =
                seen == null
                        ? ByteBuffer.allocate((1 + WORDS) * Long.BYTES)
                        : ByteBuffer.wrap(seen.clone());
        long highest = now.getLong(0);
        if (number <= highest - BACK || (number <= highest && isSet(now, number))) {
            return null;
        }
        for (long skipped = Math.max(highest + 1, number - BACK + 1); skipped < number; skipped++) {
            set(now, skipped, false);
        }
        set(now, number, true);
        now.putLong(0, Math.max(highest, number));
        return now.array();
    }

    private static boolean isSet(ByteBuffer seen, long number) {
        return (seen.getLong(place(number)) & bit(number)) != 0;
    }

    private static void set(ByteBuffer seen, long number, boolean on) {
        long word = seen.getLong(place(number));
        seen.putLong(place(number), on ? word | bit(number) : word & ~bit(number));
    }

    private static int place(long number) {
        return (1 + (int) (number / Long.SIZE % WORDS)) * Long.BYTES;
    }

    private static long bit(long number) {
        return 1L << (number % Long.SIZE);
    }
}
