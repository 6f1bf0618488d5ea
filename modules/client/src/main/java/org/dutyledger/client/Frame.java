package org.dutyledger.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What is appended to the outbox at once: whole, or not at all.
 *
 * <p>{@code length:int crc:int bucket:long first:long count:int (counted:byte key:int+bytes
 * value:int+bytes)*}; the length counts from the bucket on, and so does the CRC-32C.
 *
 * @param bucket number of the last bucket of counts that is in the outbox
 * @param messages with numbers that follow each other
 */
record Frame(long bucket, List<Message> messages) {

    static final int HEAD = 2 * Integer.BYTES;
    private static final int LONGEST = 64 << 20;

    int size() {
        int size = HEAD + 2 * Long.BYTES + Integer.BYTES;
        for (Message it : messages) {
            size += 1 + 2 * Integer.BYTES + it.key().length + it.value().length;
        }
        return size;
    }

    ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(size());
        out.position(HEAD);
        out.putLong(bucket).putLong(messages.get(0).sequence()).putInt(messages.size());
        for (Message it : messages) {
            out.put((byte) (it.counted() ? 1 : 0));
            out.putInt(it.key().length).put(it.key());
            out.putInt(it.value().length).put(it.value());
        }
        out.putInt(0, out.capacity() - HEAD).putInt(Integer.BYTES, crc(out.array(), HEAD));
        return out.flip();
    }

    /** The length that follows the head, or -1 if no frame begins so. */
    static int length(ByteBuffer head) {
        int length = head.getInt(0);
        return length <= 0 || length > LONGEST ? -1 : length;
    }

    /** Reads what follows a head; null: torn or damaged. */
    static @Nullable Frame read(int crc, byte[] body) {
        if (crc(body, 0) != crc) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(body);
        long bucket = in.getLong();
        long first = in.getLong();
        int count = in.getInt();
        List<Message> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean counted = in.get() == 1;
            byte[] key = bytes(in);
            messages.add(new Message(first + i, counted, key, bytes(in)));
        }
        return new Frame(bucket, messages);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static int crc(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
