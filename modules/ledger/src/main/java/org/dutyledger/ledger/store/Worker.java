package org.dutyledger.ledger.store;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A daemon thread that works until it is stopped. */
public final class Worker {

    private static final long STOP_SECONDS = 10;

    private final String name;
    private final Runnable work;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param work returns soon after the worker is no longer {@linkplain #isRunning() running} or
     *     its thread is interrupted
     */
    public Worker(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Starts the thread. */
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(work);
    }

    /** Asks the thread to end, and waits until it has. */
    public void stop() {
        end(false);
    }

    /** The same for work that waits for something that only an interrupt ends. */
    public void interrupt() {
        end(true);
    }

    private synchronized void end(boolean interrupt) {
        running = false;
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        if (interrupt) {
            ending.interrupt();
        }
        try {
            ending.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }

    /** Waits a second before work that failed is tried again. */
    public static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
