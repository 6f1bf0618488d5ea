package org.dutyledger.views;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.dutyledger.ledger.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * A stream that has nothing for a while after each stretch, and calls back when it has. The next
 * stretch is made after the pause, so that it reaches to what is recorded by then.
 */
final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {

    /** What comes in more slowly is shown at once. */
    private static final Duration FOR_EACH_EVENT = Duration.ofNanos(100_000);

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Duration longest;
    private final AtomicBoolean calling = new AtomicBoolean();
    private volatile @Nullable Runnable available;
    private volatile long due = System.nanoTime();

    PacedStream(BlockingStream<TrackedEventMessage<?>> stream, Duration longest) {
        this.stream = stream;
        this.longest = longest;
    }

    private long pause() {
        return Math.max(0, due - System.nanoTime());
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return pause() > 0 ? Optional.empty() : stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long pause = pause();
        long nanos = unit.toNanos(timeout);
        TimeUnit.NANOSECONDS.sleep(Math.min(pause, nanos));
        return pause <= nanos
                && stream.hasNextAvailable(
                        Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(nanos - pause)),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(pause());
        TrackedEventMessage<?> next = stream.nextAvailable();
        Stretch stretch = (Stretch) next.getPayload();
        long events = stretch.last() - stretch.first() + 1;
        Duration pause = FOR_EACH_EVENT.multipliedBy(events);
        due = System.nanoTime() + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
        callLater();
        return next;
    }

    /** Who calls back during a pause is heard after it. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        available = callback;
        return stream.setOnAvailableCallback(this::callLater);
    }

    private void callLater() {
        Runnable callback = available;
        long pause = pause();
        if (callback == null) {
            return;
        }
        if (pause == 0) {
            callback.run();
        } else if (calling.compareAndSet(false, true)) {
            Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS);
            later.execute(() -> {
                calling.set(false);
                callLater();
            });
        }
    }

    @Override
    public void close() {
        available = null;
        stream.close();
    }
}
