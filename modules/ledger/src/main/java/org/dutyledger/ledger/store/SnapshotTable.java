package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code ledger.snapshot}: one per dossier, the latest. */
public final class SnapshotTable {

    private final JdbcTemplate database;

    SnapshotTable(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * A dossier's state.
     *
     * @param number of the last event in it
     */
    public record Snapshot(long number, byte[] state) {}

    /** The latest snapshot of a model, if it was taken under this law. */
    public Optional<Snapshot> latest(String model, String law) {
        return database
                .query(
                        """
                        SELECT s.number, s.state
                        FROM ledger.snapshot s JOIN ledger.dossier d USING (dossier)
                        WHERE d.model = ? AND s.law = ?\
                        """,
                        (ResultSet row, int _) -> new Snapshot(row.getLong(1), row.getBytes(2)),
                        model,
                        law)
                .stream()
                .findFirst();
    }

    /** Replaces a dossier's snapshot, in the transaction that appends the events in it. */
    public void save(int dossier, String law, Snapshot snapshot) {
        database.update(
                """
                INSERT INTO ledger.snapshot (dossier, number, law, state) VALUES (?, ?, ?, ?)
                ON CONFLICT (dossier) DO UPDATE
                SET number = excluded.number, law = excluded.law, state = excluded.state\
                """,
                dossier,
                snapshot.number,
                law,
                snapshot.state);
    }
}
