package org.dutyledger.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dutyledger.ledger.store.Sequencer;
import org.springframework.context.SmartLifecycle;

/** Lets readers wait for what the record does not hold yet, and wakes them with the commit. */
final class Arrivals implements SmartLifecycle {

    private final Sequencer sequencer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Runnable waker = this::wake;
    private volatile boolean open;

    Arrivals(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /** The last sequence that this instance knows of, without asking. */
    long last() {
        return sequencer.lastSequence();
    }

    /** The last sequence of the record: asks, as another instance may have recorded. */
    long lookForLast() {
        sequencer.look();
        return sequencer.lastSequence();
    }

    /**
     * Returns when there is something behind a sequence, when the time is over, or when the service
     * stops.
     */
    void await(long sequence, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (open && nanos > 0 && sequencer.lastSequence() <= sequence) {
                nanos = more.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** False: the service stops, and readers come to an end. */
    boolean isOpen() {
        return open;
    }

    private void wake() {
        lock.lock();
        try {
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        open = true;
        sequencer.onSequenced(waker);
    }

    /** Before the web server waits for its last requests: its phase is lower. */
    @Override
    public void stop() {
        open = false;
        sequencer.forget(waker);
        wake();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
