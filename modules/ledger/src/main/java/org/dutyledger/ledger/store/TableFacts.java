package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.RecordedFacts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record, read back from its tables. */
final class TableFacts implements RecordedFacts {

    private static final String FACTS = " AND source IS NOT NULL";
    private static final String FINDINGS = " AND source IS NULL";

    private final JdbcTemplate database;
    private final CopyOutRows rows;
    private final EventReader reader;

    TableFacts(JdbcTemplate database, EventReader reader) {
        this.database = database;
        this.rows = new CopyOutRows(database);
        this.reader = reader;
    }

    @Override
    public List<ModelId> models() {
        return database
                .query(
                        "SELECT model FROM ledger.dossier WHERE last_number >= 0",
                        (ResultSet row, int _) -> ModelId.parse(row.getString(1)))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public List<Fact> facts(ModelId model) {
        List<Fact> facts = new ArrayList<>();
        events(model, FACTS, event -> facts.add(((FactRecorded) event).fact()));
        return facts;
    }

    @Override
    public List<Finding> findings(ModelId model) {
        List<Finding> findings = new ArrayList<>();
        events(model, FINDINGS, event -> findings.add(((FindingRecorded) event).finding()));
        return findings;
    }

    @Override
    public void bytes(ModelId model, Consumer<byte[]> each) {
        dossiers(model)
                .forEach(dossier ->
                        rows.each(
                                "SELECT payload" + where(dossier, FACTS),
                                row -> each.accept(row.bytea())));
    }

    private void events(ModelId model, String which, Consumer<RecordEvent> each) {
        for (int dossier : dossiers(model)) {
            rows.each(
                    "SELECT recorded, type, payload" + where(dossier, which),
                    row ->
                            each.accept(
                                    reader.read(
                                            model,
                                            row.timestamptz(),
                                            new StoredEvent(row.text(), row.bytea()))));
        }
    }

    private static String where(int dossier, String which) {
        return " FROM ledger.event WHERE dossier = " + dossier + which + " ORDER BY number";
    }

    /** One, or none if nothing is recorded of the model. */
    private List<Integer> dossiers(ModelId model) {
        return database.query(
                "SELECT dossier FROM ledger.dossier WHERE model = ?",
                (ResultSet row, int _) -> row.getInt(1),
                model.toString());
    }
}
