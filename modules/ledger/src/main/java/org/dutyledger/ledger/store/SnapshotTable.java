package org.dutyledger.ledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.DossierState.Parts;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of {@code ledger.snapshot}, one per dossier, and of {@code ledger.part}: what was put
 * away of dossiers, so that their snapshots stay small.
 */
public final class SnapshotTable {

    private static final String ANY_PART = "*";

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

    /** The latest snapshot of a model, without its parts, if it was taken under this law. */
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

    /**
     * Replaces a dossier's snapshot, in the transaction that appends the events in it.
     *
     * @param parts what has been put away since the last
     * @param isFirst whether parts of an earlier snapshot do not belong to it
     */
    public void save(int dossier, String law, Snapshot snapshot, Parts parts, boolean isFirst) {
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
        if (isFirst) {
            database.update("DELETE FROM ledger.part WHERE dossier = ?", dossier);
        }
        if (!parts.discard().isEmpty()) {
            database.update(
                    "DELETE FROM ledger.part WHERE dossier = ? AND key = ANY (?)",
                    (PreparedStatement statement) -> {
                        Object[] keys = parts.discard().toArray();
                        statement.setInt(1, dossier);
                        statement.setArray(
                                2, statement.getConnection().createArrayOf("text", keys));
                    });
        }
        if (!parts.keep().isEmpty()) {
            saveParts(dossier, List.copyOf(parts.keep().entrySet()));
        }
    }

    private void saveParts(int dossier, List<Map.Entry<String, byte[]>> parts) {
        database.update(
                """
                INSERT INTO ledger.part (dossier, key, body)
                SELECT ?, u.key, u.body FROM unnest(?::text[], ?::bytea[]) AS u (key, body)
                ON CONFLICT (dossier, key) DO UPDATE SET body = excluded.body\
                """,
                (PreparedStatement statement) -> {
                    var connection = statement.getConnection();
                    Object[] keys = parts.stream().map(Map.Entry::getKey).toArray();
                    byte[][] bodies =
                            parts.stream().map(Map.Entry::getValue).toArray(byte[][]::new);
                    statement.setInt(1, dossier);
                    statement.setArray(2, connection.createArrayOf("text", keys));
                    statement.setArray(3, connection.createArrayOf("bytea", bodies));
                });
    }

    /** Keys of what was put away of a model. */
    public List<String> partKeys(ModelId model) {
        return database.query(
                """
                SELECT p.key FROM ledger.part p JOIN ledger.dossier d USING (dossier)
                WHERE d.model = ?\
                """,
                (ResultSet row, int _) -> row.getString(1),
                model.toString());
    }

    /**
     * Those of the parts that were put away.
     *
     * @param keys one that ends in {@code *} stands for all that begin so
     */
    public Map<String, byte[]> parts(ModelId model, Set<String> keys) {
        Map<String, byte[]> found = new HashMap<>();
        database.query(
                """
                SELECT p.key, p.body FROM ledger.part p JOIN ledger.dossier d USING (dossier)
                WHERE d.model = ? AND (p.key = ANY (?)
                    OR EXISTS (SELECT 1 FROM unnest(?::text[]) AS u (begin)
                               WHERE starts_with(p.key, u.begin)))\
                """,
                (PreparedStatement statement) -> bind(statement, model, keys),
                (ResultSet row) -> {
                    found.put(row.getString(1), row.getBytes(2));
                });
        return found;
    }

    private static void bind(PreparedStatement statement, ModelId model, Set<String> keys)
            throws SQLException {
        var connection = statement.getConnection();
        Object[] whole = keys.stream().filter(key -> !key.endsWith(ANY_PART)).toArray();
        Object[] begins =
                keys.stream()
                        .filter(key -> key.endsWith(ANY_PART))
                        .map(key -> key.substring(0, key.length() - ANY_PART.length()))
                        .toArray();
        statement.setString(1, model.toString());
        statement.setArray(2, connection.createArrayOf("text", whole));
        statement.setArray(3, connection.createArrayOf("text", begins));
    }
}
