package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of {@code ledger.law_in_force}. */
public final class LawTable {

    /** The first law of a record has been in force for ever. */
    private static final Instant EVER = Instant.EPOCH;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;

    LawTable(JdbcTemplate database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Since when a law has been in force. If it is not the one in force, it is from now on, and
     * every dossier is to be judged under it.
     *
     * @param law all digests
     */
    public Instant since(String law, Instant now) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    database.execute("LOCK TABLE ledger.law_in_force IN EXCLUSIVE MODE");
                    return sinceLocked(law, now);
                }));
    }

    private Instant sinceLocked(String law, Instant now) {
        record InForce(Instant since, String law) {}
        var last =
                database
                        .query(
                                "SELECT since, law FROM ledger.law_in_force ORDER BY since DESC LIMIT 1",
                                (ResultSet row, int _) ->
                                        new InForce(
                                                row.getTimestamp(1).toInstant(), row.getString(2)))
                        .stream()
                        .findFirst();
        if (last.isPresent() && last.get().law.equals(law)) {
            return last.get().since;
        }
        Instant since = last.isEmpty() ? EVER : change(now);
        database.update(
                "INSERT INTO ledger.law_in_force (since, law) VALUES (?, ?)",
                Timestamp.from(since),
                law);
        return since;
    }

    /** Later than everything on record, whatever the machine's clock says. */
    private Instant change(Instant now) {
        Timestamp last =
                Objects.requireNonNull(
                        database.queryForObject(
                                """
                                SELECT greatest(?::timestamptz,
                                    (SELECT max(since) FROM ledger.law_in_force),
                                    (SELECT max(greatest(recorded, judged)) FROM ledger.dossier))\
                                """,
                                Timestamp.class,
                                Timestamp.from(now)));
        Instant since = last.toInstant().plus(1, ChronoUnit.MICROS);
        database.update(
                "UPDATE ledger.dossier SET next_wake = ? WHERE last_number >= 0",
                Timestamp.from(since));
        return since;
    }
}
