package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.util.Optional;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds one fact in the record. */
public final class RecordedFact {

    private final JdbcTemplate database;
    private final EventReader reader;

    RecordedFact(JdbcTemplate database, EventReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** The fact of this source and id, if it is on record and about this model. */
    public Optional<Fact> find(ModelId model, FactKey key) {
        return database
                .query(
                        """
                        SELECT e.recorded, e.type, e.payload
                        FROM ledger.event e JOIN ledger.dossier d USING (dossier)
                        WHERE e.source = ? AND e.id = ? AND d.model = ?\
                        """,
                        (ResultSet row, int _) ->
                                reader.read(
                                        model,
                                        row.getTimestamp(1).toInstant(),
                                        new StoredEvent(row.getString(2), row.getBytes(3))),
                        key.source(),
                        key.id(),
                        model.toString())
                .stream()
                .map(event -> ((FactRecorded) event).fact())
                .findFirst();
    }
}
