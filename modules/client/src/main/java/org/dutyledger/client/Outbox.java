package org.dutyledger.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, in files that outlive the process. Each message has a number that it keeps
 * for ever, so that what is sent again after a crash is the same event under the same id. Bounded:
 * a frame that has no room is refused.
 */
final class Outbox implements AutoCloseable {

    private static final long SEGMENTS = 16;

    private final Path directory;
    private final long most;
    private final FileChannel lockFile;
    private final ConfirmedFile confirmedFile;
    private final String instance;
    private final Deque<Segment> segments = new ArrayDeque<>();

    private long next = 1;
    private long bucket;
    private long confirmed;
    private boolean full;
    private Reader reader;

    /** Where the sender stands. */
    private record Reader(Segment segment, long position) {}

    /**
     * Opens the outbox of a directory, as it was left.
     *
     * @param most bytes
     * @throws IllegalStateException if another process has it
     */
    Outbox(Path directory, long most) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.most = most;
        this.lockFile = lock(directory);
        this.instance = instance(directory);
        this.confirmedFile = new ConfirmedFile(directory.resolve("confirmed"));
        this.confirmed = confirmedFile.read();
        recover();
        this.confirmed = Math.min(confirmed, next - 1);
        this.reader = new Reader(segments.getFirst(), Segment.start());
        deleteConfirmed();
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new IllegalStateException(
                    "another client has the outbox %s: each needs its own".formatted(directory));
        }
        return file;
    }

    /** A name that no other outbox has: part of the source of every event. */
    private static String instance(Path directory) throws IOException {
        Path file = directory.resolve("instance");
        if (!Files.exists(file)) {
            Path unnamed = directory.resolve("instance.next");
            Files.writeString(unnamed, UUID.randomUUID().toString());
            Files.move(unnamed, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private void recover() throws IOException {
        List<Path> files;
        try (var all = Files.list(directory)) {
            files = all.filter(it -> it.toString().endsWith(".outbox")).sorted().toList();
        }
        for (Path file : files) {
            Segment segment = Segment.open(file);
            next = segment.first();
            bucket = Math.max(bucket, segment.bucket());
            segment.recover(frame -> {
                next += frame.messages().size();
                bucket = Math.max(bucket, frame.bucket());
            });
            segments.add(segment);
        }
        if (segments.isEmpty()) {
            segments.add(Segment.begin(directory, next, bucket));
        }
    }

    String instance() {
        return instance;
    }

    /** The last bucket of counts that is in here, or went through. */
    synchronized long bucket() {
        return bucket;
    }

    /**
     * Appends messages as one.
     *
     * @param closed number of the bucket they come from; 0: from none
     * @return the first number; 0: no room
     */
    synchronized long append(List<Message.Numbered> messages, long closed, boolean force)
            throws IOException {
        List<Message> numbered = new ArrayList<>(messages.size());
        for (Message.Numbered it : messages) {
            numbered.add(it.as(next + numbered.size()));
        }
        Frame frame = new Frame(Math.max(bucket, closed), numbered);
        if (bytes() + frame.size() > most) {
            full = true;
            return 0;
        }
        Segment last = segments.getLast();
        if (last.size() > most / SEGMENTS) {
            last.force();
            last = Segment.begin(directory, next, bucket);
            segments.add(last);
        }
        last.append(frame);
        if (force) {
            last.force();
        }
        long first = next;
        next += numbered.size();
        bucket = frame.bucket();
        notifyAll();
        return first;
    }

    synchronized void force() throws IOException {
        segments.getLast().force();
    }

    /**
     * The messages of the next frame that Kafka has not confirmed; waits for one. They are on the
     * disk before they are given out: a number that was sent is never given to another message, not
     * even after a power cut.
     *
     * @return null: nothing came within that time
     */
    synchronized @Nullable List<Message> take(long millis)
            throws IOException, InterruptedException {
        Frame frame = frame();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (frame == null && left > 0) {
            wait(left);
            frame = frame();
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        if (frame == null) {
            return null;
        }
        reader.segment.force();
        return frame.messages().stream().filter(it -> it.sequence() > confirmed).toList();
    }

    private @Nullable Frame frame() throws IOException {
        while (true) {
            if (reader.position < reader.segment.size()) {
                Segment.Read read = reader.segment.readAt(reader.position);
                if (read == null) {
                    throw new IOException("the outbox is damaged in " + directory);
                }
                reader = new Reader(reader.segment, read.next());
                Message last = read.frame().messages().get(read.frame().messages().size() - 1);
                if (last.sequence() > confirmed) {
                    return read.frame();
                }
            } else if (reader.segment != segments.getLast()) {
                reader = new Reader(after(reader.segment), Segment.start());
            } else {
                return null;
            }
        }
    }

    private Segment after(Segment segment) {
        boolean found = false;
        for (Segment it : segments) {
            if (found) {
                return it;
            }
            found = it == segment;
        }
        return segments.getFirst();
    }

    /** Begins again at the first message that is not confirmed. */
    synchronized void again() {
        reader = new Reader(segments.getFirst(), Segment.start());
    }

    /** Kafka has everything up to this number. */
    synchronized void confirm(long sequence) throws IOException {
        confirmed = sequence;
        confirmedFile.write(sequence);
        deleteConfirmed();
        full = full && bytes() > most - most / SEGMENTS;
    }

    private void deleteConfirmed() throws IOException {
        while (segments.size() > 1) {
            Segment oldest = segments.removeFirst();
            if (segments.getFirst().first() > confirmed + 1) {
                segments.addFirst(oldest);
                return;
            }
            oldest.delete();
            if (reader.segment == oldest) {
                reader = new Reader(segments.getFirst(), Segment.start());
            }
        }
        if (confirmed == next - 1 && segments.getLast().size() > most / SEGMENTS) {
            Segment fresh = Segment.begin(directory, next, bucket);
            Segment done = segments.removeLast();
            segments.add(fresh);
            done.delete();
            reader = new Reader(fresh, Segment.start());
        }
    }

    synchronized boolean full() {
        return full;
    }

    /** Messages that Kafka has not confirmed. */
    synchronized long kept() {
        return next - 1 - confirmed;
    }

    synchronized long bytes() {
        long bytes = 0;
        for (Segment it : segments) {
            bytes += it.size();
        }
        return bytes;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Segment it : segments) {
            it.force();
            it.close();
        }
        confirmedFile.close();
        lockFile.close();
    }
}
