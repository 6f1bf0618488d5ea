package org.dutyledger.ledger.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The record from a sequence on: contiguous, without end, woken as soon as there is more. */
final class SequencedStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LongFunction<List<TrackedEventMessage<?>>> behind;
    private final Sequencer sequencer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Runnable waker = this::signal;
    private @Nullable Runnable onAvailable;
    private long position;

    /**
     * @param behind the messages behind a sequence, in order, as many as one page holds
     * @param token of the last one already read; null: from the beginning
     */
    SequencedStream(
            LongFunction<List<TrackedEventMessage<?>>> behind,
            Sequencer sequencer,
            @Nullable TrackingToken token) {
        this.behind = behind;
        this.sequencer = sequencer;
        this.position = token == null ? 0 : token.position().orElse(0);
        sequencer.onSequenced(waker);
    }

    private void signal() {
        Runnable callback;
        lock.lock();
        try {
            more.signalAll();
            callback = onAvailable;
        } finally {
            lock.unlock();
        }
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            fill();
            return Optional.ofNullable(page.peek());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            fill();
            while (page.isEmpty() && nanos > 0) {
                nanos = more.awaitNanos(nanos);
                fill();
            }
            return !page.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            TrackedEventMessage<?> next;
            for (fill(); (next = page.poll()) == null; fill()) {
                more.await();
            }
            position = next.trackingToken().position().orElseThrow();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Asks the table only if the sequencer has said that there is something. */
    private void fill() {
        if (page.isEmpty() && sequencer.mayHaveMoreThan(position)) {
            page.addAll(behind.apply(position));
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        lock.lock();
        try {
            onAvailable = callback;
        } finally {
            lock.unlock();
        }
        return true;
    }

    @Override
    public void close() {
        sequencer.forget(waker);
    }
}
