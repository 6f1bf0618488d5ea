package org.dutyledger.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A growing wait between attempts, ended at once by a stop. */
final class Pause {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CountDownLatch stop;
    private Duration next = FIRST;

    Pause(CountDownLatch stop) {
        this.stop = stop;
    }

    /** Waits, and twice as long the next time. */
    void rest() {
        try {
            boolean stopped = stop.await(next.toMillis(), TimeUnit.MILLISECONDS);
            if (!stopped) {
                next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
            }
        } catch (InterruptedException e) {
            // A time limit on what was tried came late; only the latch stops these threads.
            return;
        }
    }

    /** An attempt went well. */
    void over() {
        next = FIRST;
    }
}
