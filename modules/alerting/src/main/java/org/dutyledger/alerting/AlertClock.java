package org.dutyledger.alerting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.alert.Limits;
import org.dutyledger.ledger.store.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets time do to alerts what it does: escalate them, end what somebody said about them, notice
 * silence. It looks when the next of it is due, at least every second; several instances may.
 */
final class AlertClock implements SmartLifecycle {

    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration SPIN = Duration.ofMillis(5);

    private final Clock clock;
    private final TransactionOperations transaction;
    private final AlertRows rows;
    private final RecordSurroundings surroundings;
    private final AlertWriter writer;
    private final @Nullable Duration feedSilent;
    private final Runnable written;
    private final Rounds rounds = new Rounds("alert-clock", this::advance, this::rest);

    /**
     * @param feedSilent how long a model may be silent, null: for ever
     * @param written is called when alerts may have changed, after the commit
     */
    AlertClock(
            Clock clock,
            TransactionOperations transaction,
            AlertRows rows,
            RecordSurroundings surroundings,
            AlertWriter writer,
            @Nullable Duration feedSilent,
            Runnable written) {
        this.clock = clock;
        this.transaction = transaction;
        this.rows = rows;
        this.surroundings = surroundings;
        this.writer = writer;
        this.feedSilent = feedSilent;
        this.written = written;
    }

    /** Takes up everything whose time has come. */
    void advance() {
        while (Boolean.TRUE.equals(transaction.execute(status -> together(clock.instant())))) {
            written.run();
        }
    }

    private boolean together(Instant now) {
        // who holds the lock wakes this clock when it is done, or is such a clock itself
        if (!rows.tryLock()) {
            return false;
        }
        List<Alert> due = rows.due(now);
        writer.wake(due, now);
        Map<AlertKey, @Nullable Condition> silent = new LinkedHashMap<>();
        if (feedSilent != null) {
            for (RecordSurroundings.Silent each : surroundings.silent(now)) {
                silent.put(
                        AlertProjection.silence(each.model()),
                        Limits.silent(each.last(), feedSilent));
            }
            writer.conditions(silent, now);
        }
        return !due.isEmpty() || !silent.isEmpty();
    }

    /** What it waits for may be another instant now. */
    void look() {
        rounds.wake();
    }

    private Duration rest() {
        Instant next = rows.nextWake();
        Instant now = clock.instant();
        if (next == null || next.isAfter(now.plus(AT_LEAST_EVERY))) {
            return AT_LEAST_EVERY;
        }
        Duration left = Duration.between(now, next);
        return left.compareTo(SPIN) < 0 ? SPIN : left;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
