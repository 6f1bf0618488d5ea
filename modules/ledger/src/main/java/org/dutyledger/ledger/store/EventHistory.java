package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** All events of a model, in the order of recording. */
public final class EventHistory {

    private final JdbcTemplate database;
    private final TransactionOperations snapshot;
    private final CopyOutRows rows;
    private final EventReader reader;

    /**
     * @param snapshot transactions in which two readings see the same
     */
    EventHistory(JdbcTemplate database, TransactionOperations snapshot, EventReader reader) {
        this.database = database;
        this.snapshot = snapshot;
        this.rows = new CopyOutRows(database);
        this.reader = reader;
    }

    /**
     * Passes each event with its record time.
     *
     * @return up to when the model's deadlines had been looked at; null: nothing is recorded of it
     */
    public @Nullable Instant read(ModelId model, BiConsumer<RecordEvent, Instant> each) {
        return snapshot.execute(_ -> readAll(model, each));
    }

    private @Nullable Instant readAll(ModelId model, BiConsumer<RecordEvent, Instant> each) {
        record Found(int dossier, Instant judged) {}
        List<Found> found =
                database.query(
                        """
                        SELECT dossier, judged FROM ledger.dossier
                        WHERE model = ? AND judged IS NOT NULL\
                        """,
                        (ResultSet row, int _) ->
                                new Found(row.getInt(1), row.getTimestamp(2).toInstant()),
                        model.toString());
        if (found.isEmpty()) {
            return null;
        }
        rows.each(
                "SELECT recorded, type, payload FROM ledger.event WHERE dossier = "
                        + found.getFirst().dossier
                        + " ORDER BY number",
                row -> {
                    Instant recorded = row.timestamptz();
                    var stored = new StoredEvent(row.text(), row.bytea());
                    each.accept(reader.read(model, recorded, stored), recorded);
                });
        return found.getFirst().judged;
    }
}
