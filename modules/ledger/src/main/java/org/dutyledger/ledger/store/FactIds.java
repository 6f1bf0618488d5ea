package org.dutyledger.ledger.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which facts are in the record already. */
public final class FactIds {

    // The planner, which knows a growing table badly, must not think of reading much of it: one
    // probe of the index a fact is all there is to do.
    private static final String KNOWN =
            """
            SET LOCAL enable_seqscan = off;
            SET LOCAL enable_bitmapscan = off;
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            SELECT u.s, u.i, e.digest, e.append, e.place
            FROM unnest(?::text[], ?::text[]) AS u (s, i)
            JOIN ledger.event e ON e.source = u.s AND e.id = u.i\
            """;

    private final JdbcTemplate database;

    public FactIds(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * A fact on record.
     *
     * @param digest keyed, of the bytes as they came
     */
    public record Known(byte[] digest, long append, int place) {}

    /** Those of the keys that are in the record. */
    public Map<FactKey, Known> known(Collection<FactKey> keys) {
        List<FactKey> list = List.copyOf(keys);
        Object[] sources = list.stream().map(FactKey::source).toArray();
        Object[] ids = list.stream().map(FactKey::id).toArray();
        Map<FactKey, Known> known = new HashMap<>();
        database.execute(
                KNOWN,
                (java.sql.PreparedStatement statement) -> {
                    var connection = statement.getConnection();
                    statement.setArray(1, connection.createArrayOf("text", sources));
                    statement.setArray(2, connection.createArrayOf("text", ids));
                    boolean selected = statement.execute();
                    while (!selected) {
                        selected = statement.getMoreResults();
                    }
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {
                            known.put(
                                    new FactKey(rows.getString(1), rows.getString(2)),
                                    new Known(rows.getBytes(3), rows.getLong(4), rows.getInt(5)));
                        }
                    }
                    return known;
                });
        return known;
    }

    /** The stored bytes of a fact on record. */
    public byte[] payload(Known known) {
        byte[] payload =
                database.queryForObject(
                        "SELECT payload FROM ledger.event WHERE append = ? AND place = ?",
                        byte[].class,
                        known.append,
                        known.place);
        if (payload == null) {
            throw new IllegalStateException("a fact on record has no payload: " + known);
        }
        return payload;
    }
}
