package org.dutyledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Appends to {@code ledger.event}: one row per batch that says so, one COPY for its events. */
final class EventTable {

    private static final String COPY =
            """
            COPY ledger.event (append, place, dossier, number, recorded, type, source, id, digest,
                               payload)
            FROM STDIN (FORMAT binary)\
            """;
    private static final int COLUMNS = 10;

    /** Bytes of a row's other columns, mostly. */
    private static final int BESIDES_PAYLOAD = 256;

    private final JdbcTemplate database;
    private final RecentAppends recent;
    private final StoreMeters meters;

    EventTable(JdbcTemplate database, RecentAppends recent, StoreMeters meters) {
        this.database = database;
        this.recent = recent;
        this.meters = meters;
    }

    /** In the transaction of this thread. */
    void append(List<EventRow> events) {
        meters.append(() -> write(events));
    }

    private void write(List<EventRow> events) {
        long append =
                Objects.requireNonNull(
                        database.queryForObject(
                                "INSERT INTO ledger.append (events) VALUES (?) RETURNING append",
                                Long.class,
                                events.size()));
        CopyBuffer rows = rows(append, events);
        database.execute((ConnectionCallback<Long>) connection -> copy(connection, rows));
        recent.add(append, events);
    }

    private static CopyBuffer rows(long append, List<EventRow> events) {
        int payloads = events.stream().mapToInt(event -> event.payload().length).sum();
        var rows = new CopyBuffer(payloads + events.size() * BESIDES_PAYLOAD + 64);
        int place = 0;
        for (EventRow event : events) {
            var key = event.key();
            rows.row(COLUMNS);
            rows.bigint(append);
            rows.integer(place++);
            rows.integer(event.dossier());
            rows.bigint(event.number());
            rows.timestamptz(event.recorded());
            rows.text(event.type());
            rows.text(key == null ? null : key.source());
            rows.text(key == null ? null : key.id());
            rows.bytea(event.digest());
            rows.bytea(event.payload());
        }
        rows.end();
        return rows;
    }

    private static long copy(Connection connection, CopyBuffer rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        copy.writeToCopy(rows.bytes(), 0, rows.size());
        return copy.endCopy();
    }
}
