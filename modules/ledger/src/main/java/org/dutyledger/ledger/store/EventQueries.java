package org.dutyledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the record as Axon's messages: by dossier, and in the one public order. */
final class EventQueries {

    /** The aggregate type of every message. */
    static final String DOSSIER = "Dossier";

    private static final int FETCH = 1000;

    private static final String OF_DOSSIER =
            """
            SELECT e.number, e.recorded, e.type, e.payload
            FROM ledger.event e JOIN ledger.dossier d USING (dossier)
            WHERE d.model = ? AND e.number >= ? ORDER BY e.number LIMIT ?\
            """;

    // The batch that holds the next sequence, and those that begin within the window behind it.
    private static final String IN_SEQUENCE =
            """
            SELECT a.first_sequence + e.place AS sequence, d.model, e.number, e.recorded, e.type,
                   e.payload
            FROM ledger.append a
            JOIN ledger.event e ON e.append = a.append
                AND e.place >= ? - a.first_sequence AND e.place < ? - a.first_sequence
            JOIN ledger.dossier d ON d.dossier = e.dossier
            WHERE a.first_sequence < ? AND a.first_sequence >= (
                SELECT coalesce(max(first_sequence), 0) FROM ledger.append WHERE first_sequence <= ?)
            ORDER BY a.first_sequence, e.place\
            """;

    private final JdbcTemplate database;
    private final EventReader reader;

    EventQueries(JdbcTemplate database, EventReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** A dossier's events from a number on. */
    DomainEventStream dossier(String model, long from) {
        var last = new long[] {from - 1};
        Stream<DomainEventMessage<?>> events =
                Stream.iterate(
                                page(model, from),
                                page -> !page.isEmpty(),
                                page ->
                                        page.size() < FETCH
                                                ? List.<DomainEventMessage<?>>of()
                                                : page(
                                                        model,
                                                        page.getLast().getSequenceNumber() + 1))
                        .flatMap(List::stream)
                        .peek(event -> last[0] = event.getSequenceNumber());
        return DomainEventStream.of(events, () -> last[0]);
    }

    private List<DomainEventMessage<?>> page(String model, long from) {
        ModelId id = ModelId.parse(model);
        return database.query(
                OF_DOSSIER, (ResultSet row, int _) -> message(id, row), model, from, FETCH);
    }

    Optional<Long> lastNumber(String model) {
        return database
                .query(
                        "SELECT last_number FROM ledger.dossier WHERE model = ? AND last_number >= 0",
                        (ResultSet row, int _) -> row.getLong(1),
                        model)
                .stream()
                .findFirst();
    }

    /** The events behind a sequence, in order, as many as one page holds. */
    List<TrackedEventMessage<?>> after(long sequence) {
        long next = sequence + 1;
        long end = next + FETCH;
        return database.query(
                IN_SEQUENCE, (ResultSet row, int _) -> tracked(row), next, end, end, next);
    }

    /** The sequence of the last event that has one; 0: none has. */
    long lastSequence() {
        return one(
                """
                SELECT coalesce(max(first_sequence + events - 1), 0) FROM ledger.append
                WHERE first_sequence = (SELECT max(first_sequence) FROM ledger.append)\
                """);
    }

    /** Batches without sequence. */
    long unsequenced() {
        return one("SELECT count(*) FROM ledger.append WHERE first_sequence IS NULL");
    }

    /** The sequence of the last event of which every event up to it was recorded before a time. */
    long lastSequenceBefore(Instant time) {
        return one(
                """
                SELECT coalesce(min(a.first_sequence) - 1, (
                    SELECT coalesce(max(first_sequence + events - 1), 0) FROM ledger.append))
                FROM ledger.append a JOIN ledger.event e USING (append)
                WHERE a.first_sequence IS NOT NULL AND e.recorded >= ?\
                """,
                Timestamp.from(time));
    }

    private long one(String sql, Object... parameters) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class, parameters));
    }

    private TrackedEventMessage<?> tracked(ResultSet row) throws SQLException {
        ModelId model = ModelId.parse(row.getString("model"));
        var token = new GlobalSequenceTrackingToken(row.getLong("sequence"));
        return new GenericTrackedDomainEventMessage<>(token, message(model, row));
    }

    private DomainEventMessage<RecordEvent> message(ModelId model, ResultSet row)
            throws SQLException {
        Instant recorded = row.getTimestamp("recorded").toInstant();
        long number = row.getLong("number");
        RecordEvent event =
                reader.read(
                        model,
                        recorded,
                        new StoredEvent(row.getString("type"), row.getBytes("payload")));
        // The same event has the same identifier whenever it is read.
        var message = new GenericMessage<>(model + "/" + number, event, MetaData.emptyInstance());
        return new GenericDomainEventMessage<>(
                DOSSIER, model.toString(), number, message, recorded);
    }
}
