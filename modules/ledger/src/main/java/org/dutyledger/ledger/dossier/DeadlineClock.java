package org.dutyledger.ledger.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.store.Dossiers;
import org.dutyledger.ledger.store.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Turns deadlines that pass into commands. It looks when the next one is due, at least every
 * second, and takes up whatever passed while nobody looked; what follows is dated at the deadline,
 * not at the look.
 */
public final class DeadlineClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineClock.class);

    private static final int TOGETHER = 100;
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Transactions transactions;
    private final Dossiers dossiers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private Instant wakeAt = Instant.MAX;
    private final Worker worker = new Worker("deadline-clock", this::run);

    DeadlineClock(Clock clock, Transactions transactions, Dossiers dossiers) {
        this.clock = clock;
        this.transactions = transactions;
        this.dossiers = dossiers;
    }

    /**
     * Takes up every deadline that has passed by now.
     *
     * @return how many dossiers were told the time
     */
    public int advance() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<ModelId> failed = new HashSet<>();
        int told = 0;
        boolean more = true;
        while (more) {
            try {
                int advanced = together(now, failed);
                told += advanced;
                more = advanced == TOGETHER;
            } catch (DossierFailure e) {
                // The others must not wait for it: they go on without it, and it is tried again
                // when the clock looks next.
                LOG.error("The deadlines of {} could not be judged", e.model, e.getCause());
                failed.add(e.model);
            }
        }
        return told;
    }

    private int together(Instant now, Set<ModelId> except) {
        return transactions.callDue(
                now,
                TOGETHER,
                except,
                open -> {
                    int told = 0;
                    for (ModelId model : open.models()) {
                        tell(open, model, now);
                        told++;
                    }
                    return told;
                });
    }

    private static void tell(Transactions.Open open, ModelId model, Instant now) {
        try {
            open.send(new AdvanceClock(model, now), model, now);
        } catch (RuntimeException e) {
            throw new DossierFailure(model, e);
        }
    }

    private static final class DossierFailure extends RuntimeException {
        private final transient ModelId model;

        DossierFailure(ModelId model, RuntimeException cause) {
            super("dossier " + model, cause);
            this.model = model;
        }
    }

    /** A dossier now waits for this time. */
    void expect(@Nullable Instant wake) {
        lock.lock();
        try {
            if (wake != null && wake.isBefore(wakeAt)) {
                wakeAt = wake;
                earlier.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (worker.isRunning()) {
            try {
                advance();
                sleepUntil(dossiers.nextWake());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The deadline clock could not look; it tries again", e);
                Worker.pause();
            }
        }
    }

    private void sleepUntil(@Nullable Instant next) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            wakeAt = next == null ? Instant.MAX : next;
            long nanos = AT_LEAST_EVERY.toNanos();
            for (long wait; (wait = Math.min(nanos, nanosUntil(wakeAt))) > 0; ) {
                nanos -= wait - Math.max(0, earlier.awaitNanos(wait));
            }
        } finally {
            lock.unlock();
        }
    }

    private long nanosUntil(Instant time) {
        Instant now = clock.instant();
        return time.isAfter(now.plus(AT_LEAST_EVERY))
                ? AT_LEAST_EVERY.toNanos()
                : Duration.between(now, time).toNanos();
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
