package org.dutyledger.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts answers in buckets of time, and moves each closed bucket into the outbox in one frame. The
 * frame carries the bucket's number, so that after a crash it is known whether it got there.
 */
final class Buckets {

    private final Outbox outbox;
    private final EventJson events;
    private final Path directory;
    private final Clock clock;
    private final long length;
    private final boolean force;

    private final Deque<CountsFile> free = new ArrayDeque<>();
    private final Deque<CountsFile> closed = new ArrayDeque<>();
    private @Nullable CountsFile open;
    private long last;
    private int files;

    Buckets(Outbox outbox, EventJson events, ClientSettings settings) throws IOException {
        this.outbox = outbox;
        this.events = events;
        this.directory = settings.outbox();
        this.clock = settings.clock();
        this.length = settings.bucket().toMillis();
        this.force = settings.sync() == ClientSettings.Sync.ALWAYS;
        this.last = outbox.bucket();
        recover();
    }

    private void recover() throws IOException {
        List<CountsFile> left = new ArrayList<>();
        while (Files.exists(file(files))) {
            CountsFile it = new CountsFile(file(files++));
            if (it.bucket() > outbox.bucket()) {
                left.add(it);
                last = Math.max(last, it.bucket());
            } else {
                it.clear();
                free.add(it);
            }
        }
        left.sort((a, b) -> Long.compare(a.bucket(), b.bucket()));
        closed.addAll(left);
    }

    private Path file(int number) {
        return directory.resolve("counts-" + number);
    }

    /** Counts answers into the bucket of now. */
    synchronized void add(Series series, long outputs, long warned) throws IOException {
        long from = Math.floorDiv(clock.millis(), length) * length;
        CountsFile current = open;
        if (current == null || current.from() != from) {
            current = next(from);
        }
        if (!current.add(series, outputs, warned)) {
            current = next(from);
            if (!current.add(series, outputs, warned)) {
                throw new IOException("a bucket has no room for one series");
            }
        }
        if (force) {
            current.force();
        }
    }

    private CountsFile next(long from) throws IOException {
        close();
        CountsFile fresh = free.isEmpty() ? new CountsFile(file(files++)) : free.remove();
        fresh.begin(++last, from);
        open = fresh;
        return fresh;
    }

    private void close() {
        if (open != null) {
            closed.add(open);
            open = null;
        }
    }

    /**
     * Moves buckets whose time is over into the outbox.
     *
     * @param all the open one too
     */
    synchronized void move(boolean all) throws IOException {
        if (open != null && (all || clock.millis() >= open.from() + length)) {
            close();
        }
        while (!closed.isEmpty()) {
            CountsFile oldest = closed.getFirst();
            List<Message.Numbered> messages = new ArrayList<>();
            for (CountsFile.Count it : oldest.counts()) {
                messages.add(number -> events.counted(number, it, oldest.from(), length));
            }
            if (!messages.isEmpty() && outbox.append(messages, oldest.bucket(), force) == 0) {
                return;
            }
            closed.removeFirst().clear();
            free.add(oldest);
        }
    }
}
