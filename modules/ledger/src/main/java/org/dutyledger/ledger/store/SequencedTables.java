package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record in its one public order, read from its tables. */
final class SequencedTables implements SequencedRecord {

    // A dossier's own order is that of its sequences; what has none yet is behind what has.
    private static final String PAGE =
            """
            SELECT a.first_sequence + e.place AS sequence, e.number, e.recorded, e.type,
                   e.source, e.id, e.payload
            FROM ledger.event e JOIN ledger.append a USING (append)
            WHERE e.dossier = (SELECT dossier FROM ledger.dossier WHERE model = ?)
                AND e.number > ? AND a.first_sequence IS NOT NULL
            ORDER BY e.number LIMIT ?\
            """;

    // The batches that begin within a stretch, and the one that begins before it and reaches in.
    private static final String APPENDS =
            """
            SELECT append, first_sequence FROM ledger.append
            WHERE first_sequence <= ? AND first_sequence >= (
                SELECT coalesce(max(first_sequence), 0) FROM ledger.append
                WHERE first_sequence <= ?)
            ORDER BY first_sequence\
            """;

    private static final String AT =
            """
            SELECT s.sequence, e.number, d.model, e.recorded, e.type, e.source, e.id, e.payload
            FROM unnest(?::bigint[]) s (sequence)
            CROSS JOIN LATERAL (
                SELECT append, first_sequence FROM ledger.append
                WHERE first_sequence <= s.sequence ORDER BY first_sequence DESC LIMIT 1) a
            JOIN ledger.event e ON e.append = a.append AND e.place = s.sequence - a.first_sequence
            JOIN ledger.dossier d ON d.dossier = e.dossier\
            """;

    private final JdbcTemplate database;
    private final RecentAppends recent;
    private final CopyOutRows rows;
    private final EventReader reader;

    SequencedTables(JdbcTemplate database, RecentAppends recent, EventReader reader) {
        this.database = database;
        this.recent = recent;
        this.rows = new CopyOutRows(database);
        this.reader = reader;
    }

    @Override
    public void read(Stretch stretch, Consumer<RecordEntry> each) {
        List<RecordEntry> atHand = atHand(stretch);
        if (atHand == null) {
            rows.each(select(stretch), row -> each.accept(entry(row)));
        } else {
            atHand.forEach(each);
        }
    }

    /** A batch with its place in the public order. */
    private record Numbered(long append, long firstSequence) {}

    /** The entries of a stretch that this instance has just appended; null: not all are at hand. */
    private @Nullable List<RecordEntry> atHand(Stretch stretch) {
        List<Numbered> appends =
                database.query(
                        APPENDS,
                        (ResultSet row, int _) -> new Numbered(row.getLong(1), row.getLong(2)),
                        stretch.last(),
                        stretch.first());
        List<RecordEntry> entries = new ArrayList<>();
        for (Numbered append : appends) {
            List<EventRow> events = recent.of(append.append());
            if (events == null) {
                return null;
            }
            for (int place = 0; place < events.size(); place++) {
                long sequence = append.firstSequence() + place;
                if (sequence >= stretch.first() && sequence <= stretch.last()) {
                    entries.add(entry(sequence, events.get(place)));
                }
            }
        }
        return entries;
    }

    private RecordEntry entry(long sequence, EventRow event) {
        return new StoredEntry(
                sequence,
                event.number(),
                event.model(),
                event.recorded(),
                event.key(),
                new StoredEvent(event.type(), event.payload()),
                reader);
    }

    /** The batches that begin within it, and the one that begins before it and reaches in. */
    private static String select(Stretch stretch) {
        return """
        SELECT a.first_sequence + e.place, e.number, d.model, e.recorded, e.type,
               coalesce(e.source, ''), coalesce(e.id, ''), e.payload
        FROM ledger.append a
        JOIN ledger.event e ON e.append = a.append
            AND e.place BETWEEN %1$d - a.first_sequence AND %2$d - a.first_sequence
        JOIN ledger.dossier d ON d.dossier = e.dossier
        WHERE a.first_sequence <= %2$d AND a.first_sequence >= (
            SELECT coalesce(max(first_sequence), 0) FROM ledger.append
            WHERE first_sequence <= %1$d)
        ORDER BY a.first_sequence, e.place\
        """
                .formatted(stretch.first(), stretch.last());
    }

    private RecordEntry entry(CopyOutRows.Row row) {
        long sequence = row.bigint();
        long number = row.bigint();
        ModelId model = ModelId.parse(row.text());
        Instant recorded = row.timestamptz();
        String type = row.text();
        String source = row.text();
        String id = row.text();
        return new StoredEntry(
                sequence,
                number,
                model,
                recorded,
                source.isEmpty() ? null : new FactKey(source, id),
                reader.upcast(new StoredEvent(type, row.bytea())),
                reader);
    }

    @Override
    public List<RecordEntry> at(long... sequences) {
        return database.query(
                AT,
                (ResultSet row, int _) -> entry(ModelId.parse(row.getString("model")), row),
                (Object) sequences);
    }

    @Override
    public List<RecordEntry> page(ModelId model, long after, int limit) {
        return database.query(
                PAGE, (ResultSet row, int _) -> entry(model, row), model.toString(), after, limit);
    }

    private RecordEntry entry(ModelId model, ResultSet row) throws SQLException {
        String source = row.getString("source");
        return new StoredEntry(
                row.getLong("sequence"),
                row.getLong("number"),
                model,
                row.getTimestamp("recorded").toInstant(),
                source == null ? null : new FactKey(source, row.getString("id")),
                reader.upcast(new StoredEvent(row.getString("type"), row.getBytes("payload"))),
                reader);
    }
}
