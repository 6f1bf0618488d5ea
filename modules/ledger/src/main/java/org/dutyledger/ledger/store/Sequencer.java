package org.dutyledger.ledger.store;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives every recorded event its public sequence: contiguous, gapless, in the order in which
 * batches became visible. It does so after their commit, in short transactions, one at a time in
 * the whole database; so neither a slow transaction nor one that rolls back leaves a hole that a
 * reader could step over.
 *
 * <p>A batch that a crash left without sequence gets it at the next start, or from another
 * instance.
 */
public final class Sequencer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private static final long LOCK = 0x6475_7479_7365_71L; // "dutyseq"
    private static final int APPENDS = 1000;
    private static final Duration POLL = Duration.ofSeconds(1);

    // Batches of one dossier got their append numbers under its row lock, in its own order.
    private static final String SEQUENCE =
            """
            WITH unsequenced AS (
                SELECT append, events FROM ledger.append WHERE first_sequence IS NULL
                ORDER BY append LIMIT ?
            ), base AS (
                SELECT coalesce((
                    SELECT first_sequence + events FROM ledger.append
                    WHERE first_sequence IS NOT NULL ORDER BY first_sequence DESC LIMIT 1), 1) AS next
            ), numbered AS (
                SELECT append, next + sum(events) OVER (ORDER BY append) - events AS first_sequence
                FROM unsequenced, base
            )
            UPDATE ledger.append a SET first_sequence = n.first_sequence
            FROM numbered n WHERE a.append = n.append\
            """;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final EventQueries queries;
    private final Set<Runnable> wakers = new CopyOnWriteArraySet<>();
    private volatile long lastSequence;
    private final Rounds rounds = new Rounds("sequencer", this::sequenceAll, () -> POLL);

    Sequencer(JdbcTemplate database, TransactionOperations transactions, EventQueries queries) {
        this.database = database;
        this.transactions = transactions;
        this.queries = queries;
    }

    /** There is something to number. */
    public void wake() {
        rounds.wake();
    }

    /** Numbers everything that is visible now. */
    public void sequenceAll() {
        while (sequence() == APPENDS) {
            LOG.debug("more than {} batches wait for their sequence", APPENDS);
        }
        look();
    }

    private int sequence() {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    database.queryForList("SELECT pg_advisory_xact_lock(?)", LOCK);
                    int numbered = database.update(SEQUENCE, APPENDS);
                    if (numbered > 0) {
                        // Delivered with the commit: other instances need not look again and again
                        database.execute("NOTIFY " + SequenceListener.CHANNEL);
                    }
                    return numbered;
                }));
    }

    /** Looks how far the record is numbered, by this instance or another, and wakes the readers. */
    public synchronized void look() {
        long now = queries.lastSequence();
        if (now > lastSequence) {
            lastSequence = now;
            wakers.forEach(Runnable::run);
        }
    }

    /** Calls back, on the sequencer's thread, whenever there are new sequences. */
    public void onSequenced(Runnable waker) {
        wakers.add(waker);
    }

    /** Ends what {@link #onSequenced} began. */
    public void forget(Runnable waker) {
        wakers.remove(waker);
    }

    /** How many batches have no sequence yet. */
    long waiting() {
        return queries.unsequenced();
    }

    /** The last sequence that readers may know of. */
    public long lastSequence() {
        return rounds.isRunning() ? lastSequence : queries.lastSequence();
    }

    boolean mayHaveMoreThan(long sequence) {
        return !rounds.isRunning() || lastSequence > sequence;
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
