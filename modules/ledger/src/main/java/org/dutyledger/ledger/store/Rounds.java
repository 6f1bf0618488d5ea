package org.dutyledger.ledger.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again whenever somebody wakes it, and when its rest is over. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Runnable round;
    private final Supplier<Duration> rest;
    private final Semaphore woken = new Semaphore(0);
    private final Worker worker;

    /**
     * @param name of the thread
     * @param round a round that fails is tried again
     * @param rest asked after each round: how long to wait unless woken
     */
    public Rounds(String name, Runnable round, Supplier<Duration> rest) {
        this.name = name;
        this.round = round;
        this.rest = rest;
        this.worker = new Worker(name, this::run);
    }

    /** There is something to do: also during a round, after which there is another. */
    public void wake() {
        woken.release();
    }

    private void run() {
        while (worker.isRunning()) {
            try {
                round.run();
                if (woken.tryAcquire(rest.get().toNanos(), TimeUnit.NANOSECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The {} could not do its work; it tries again", name, e);
                Worker.pause();
            }
        }
    }

    /** Begins. */
    public void start() {
        worker.start();
    }

    /** Ends, by an interrupt, and waits until it has. */
    public void stop() {
        worker.interrupt();
    }

    /** Whether it was started and not stopped. */
    public boolean isRunning() {
        return worker.isRunning();
    }
}
