package org.dutyledger.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file of the outbox: frames, one after the other, behind a head that says where it begins. */
final class Segment implements AutoCloseable {

    private static final long MAGIC = 0x44555459_4f555431L;
    private static final int HEAD = 3 * Long.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final long first;
    private final long bucket;
    private long end;

    private Segment(Path file, FileChannel channel, long first, long bucket, long end) {
        this.file = file;
        this.channel = channel;
        this.first = first;
        this.bucket = bucket;
        this.end = end;
    }

    /**
     * Begins a file, complete under its name or not there at all.
     *
     * @param first number of its first message
     * @param bucket last bucket that is in the files before
     */
    static Segment begin(Path directory, long first, long bucket) throws IOException {
        Path file = directory.resolve(String.format("%016x.outbox", first));
        Path unnamed = directory.resolve("next");
        ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(MAGIC).putLong(first).putLong(bucket);
        Files.write(unnamed, head.array());
        Files.move(unnamed, file, StandardCopyOption.ATOMIC_MOVE);
        return open(file);
    }

    /**
     * @throws IOException if it is not a file of an outbox
     */
    static Segment open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        read(channel, head, 0);
        if (head.getLong(0) != MAGIC) {
            channel.close();
            throw new IOException("not a file of an outbox: " + file);
        }
        return new Segment(
                file, channel, head.getLong(Long.BYTES), head.getLong(2 * Long.BYTES), HEAD);
    }

    /** Walks its frames and cuts off what was torn behind the last whole one. */
    void recover(Consumer<Frame> each) throws IOException {
        end = HEAD;
        Read read = readAt(end);
        while (read != null) {
            each.accept(read.frame);
            end = read.next;
            read = readAt(end);
        }
        channel.truncate(end);
    }

    long first() {
        return first;
    }

    long bucket() {
        return bucket;
    }

    long size() {
        return end;
    }

    void append(Frame frame) throws IOException {
        ByteBuffer bytes = frame.bytes();
        long at = end;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        end = at;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** Where its first frame begins. */
    static long start() {
        return HEAD;
    }

    /**
     * A frame, and where the one behind it begins.
     *
     * @param frame the frame
     * @param next byte in the file
     */
    record Read(Frame frame, long next) {}

    /** The frame that begins there; null: none that is whole. */
    @Nullable Read readAt(long position) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Frame.HEAD);
        if (!read(channel, head, position)) {
            return null;
        }
        int length = Frame.length(head);
        if (length < 0 || position + Frame.HEAD + length > channel.size()) {
            return null;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        read(channel, body, position + Frame.HEAD);
        Frame frame = Frame.read(head.getInt(Integer.BYTES), body.array());
        return frame == null ? null : new Read(frame, position + Frame.HEAD + length);
    }

    private static boolean read(FileChannel channel, ByteBuffer into, long from)
            throws IOException {
        while (into.hasRemaining()) {
            int read = channel.read(into, from + into.position());
            if (read < 0) {
                return false;
            }
        }
        return true;
    }

    void delete() throws IOException {
        close();
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
