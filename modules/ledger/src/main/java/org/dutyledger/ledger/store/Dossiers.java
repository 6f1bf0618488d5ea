package org.dutyledger.ledger.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code ledger.dossier}: locks, last numbers, next deadlines. */
public final class Dossiers {

    /**
     * A locked dossier.
     *
     * @param lastNumber of its last event; -1: it has none
     * @param recorded of its last facts; null: it has none
     * @param judged up to when its deadlines have been looked at; null: never
     * @param nextWake null: it waits for nothing
     */
    public record Row(
            int dossier,
            ModelId model,
            long lastNumber,
            @Nullable Instant recorded,
            @Nullable Instant judged,
            @Nullable Instant nextWake) {}

    private static final String LOCK =
            """
            SELECT dossier, model, last_number, recorded, judged, next_wake
            FROM ledger.dossier WHERE model = ANY (?) ORDER BY model FOR UPDATE\
            """;

    private static final String LOCK_DUE =
            """
            SELECT dossier, model, last_number, recorded, judged, next_wake
            FROM ledger.dossier WHERE next_wake <= ? AND NOT model = ANY (?)
            ORDER BY next_wake LIMIT ? FOR UPDATE SKIP LOCKED\
            """;

    private static final String UPDATE =
            """
            UPDATE ledger.dossier d
            SET last_number = u.number, recorded = u.recorded, judged = u.judged, next_wake = u.wake
            FROM unnest(?::integer[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                        ?::timestamptz[]) AS u (dossier, number, recorded, judged, wake)
            WHERE d.dossier = u.dossier\
            """;

    private final JdbcTemplate database;

    public Dossiers(JdbcTemplate database) {
        this.database = database;
    }

    /** Locks the rows of the models, in their order, and begins those that are new. */
    public Map<ModelId, Row> lock(SortedSet<ModelId> models) {
        Map<ModelId, Row> locked = lockExisting(models);
        if (locked.size() < models.size()) {
            var missing = new TreeSet<>(models);
            missing.removeAll(locked.keySet());
            begin(missing);
            locked.putAll(lockExisting(missing));
        }
        return locked;
    }

    private Map<ModelId, Row> lockExisting(SortedSet<ModelId> models) {
        Map<ModelId, Row> locked = new HashMap<>();
        database.query(
                LOCK,
                statement -> statement.setArray(1, texts(statement, models)),
                (ResultSet row) -> {
                    Row dossier = row(row);
                    locked.put(dossier.model(), dossier);
                });
        return locked;
    }

    private void begin(SortedSet<ModelId> models) {
        database.update(
                "INSERT INTO ledger.dossier (model) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING",
                (PreparedStatement statement) -> statement.setArray(1, texts(statement, models)));
    }

    /**
     * Locks rows whose deadline has passed, earliest first; those that others hold are left out.
     */
    public Map<ModelId, Row> lockDue(Instant now, int limit, Set<ModelId> except) {
        Map<ModelId, Row> locked = new LinkedHashMap<>();
        database.query(
                LOCK_DUE,
                statement -> {
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setArray(2, texts(statement, except));
                    statement.setInt(3, limit);
                },
                (ResultSet row) -> {
                    Row dossier = row(row);
                    locked.put(dossier.model(), dossier);
                });
        return locked;
    }

    /** The earliest deadline of all; null: there is none. */
    public @Nullable Instant nextWake() {
        return instant(
                database.queryForObject(
                        "SELECT min(next_wake) FROM ledger.dossier", Timestamp.class));
    }

    /** Writes how locked rows now stand. */
    public void update(Collection<Row> rows) {
        List<Row> list = List.copyOf(rows);
        database.update(
                UPDATE,
                (PreparedStatement statement) -> {
                    var connection = statement.getConnection();
                    Object[] ids = list.stream().map(Row::dossier).toArray();
                    Object[] numbers = list.stream().map(Row::lastNumber).toArray();
                    Object[] recorded = list.stream().map(r -> timestamp(r.recorded())).toArray();
                    Object[] judged = list.stream().map(r -> timestamp(r.judged())).toArray();
                    Object[] wakes = list.stream().map(r -> timestamp(r.nextWake())).toArray();
                    statement.setArray(1, connection.createArrayOf("integer", ids));
                    statement.setArray(2, connection.createArrayOf("bigint", numbers));
                    statement.setArray(3, connection.createArrayOf("timestamptz", recorded));
                    statement.setArray(4, connection.createArrayOf("timestamptz", judged));
                    statement.setArray(5, connection.createArrayOf("timestamptz", wakes));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("dossier"),
                ModelId.parse(row.getString("model")),
                row.getLong("last_number"),
                instant(row.getTimestamp("recorded")),
                instant(row.getTimestamp("judged")),
                instant(row.getTimestamp("next_wake")));
    }

    private static Array texts(PreparedStatement statement, Collection<ModelId> models)
            throws SQLException {
        Object[] texts = models.stream().map(ModelId::toString).toArray();
        return statement.getConnection().createArrayOf("text", texts);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
