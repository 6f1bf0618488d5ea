package org.dutyledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutyledger.contract.ModelId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for models. */
public class Models {

    private static final String LIST = "models";

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Versions versions;
    private final ViewPosition position;

    Models(JdbcClient jdbc, Standings standings, Versions versions, ViewPosition position) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.versions = versions;
        this.position = position;
    }

    /**
     * A page of models, by id.
     *
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list
     */
    public Page<ModelEntry> page(Paging paging) {
        Standpoint at = position.standpoint();
        String after =
                paging.after() == null ? "" : Cursor.read(paging.after(), LIST, 1).getFirst();
        List<ModelEntry> rows =
                jdbc.sql("SELECT * FROM ledger.view_model WHERE model > ? ORDER BY model LIMIT ?")
                        .params(after, paging.limit() + 1)
                        .query((row, n) -> entry(row))
                        .list();
        Page<ModelEntry> page =
                Page.of(at, rows, paging.limit(), LIST, row -> List.of(row.model()));
        Map<String, List<ModelEntry.Standing>> of =
                standings.of(page.items().stream().map(ModelEntry::model).toList());
        return page.map(row -> row.with(of.getOrDefault(row.model(), List.of()), null));
    }

    /** A model, empty: no fact of it is in the views. */
    public Optional<Reading<ModelEntry>> find(ModelId model) {
        Standpoint at = position.standpoint();
        String id = model.toString();
        Optional<ModelEntry> row =
                jdbc.sql("SELECT * FROM ledger.view_model WHERE model = ?")
                        .param(id)
                        .query((found, n) -> entry(found))
                        .optional();
        return row.map(found ->
                new Reading<>(
                        at.asOf(),
                        at.sequence(),
                        found.with(
                                standings.of(List.of(id)).getOrDefault(id, List.of()),
                                versions.of(model))));
    }

    /** Whether a fact of the model is in the views. */
    public boolean known(ModelId model) {
        return jdbc.sql("SELECT exists(SELECT FROM ledger.view_model WHERE model = ?)")
                .param(model.toString())
                .query(Boolean.class)
                .single();
    }

    private static ModelEntry entry(ResultSet row) throws SQLException {
        return new ModelEntry(
                row.getString("model"),
                row.getLong("facts"),
                SqlTime.read(row, "first_fact"),
                SqlTime.read(row, "last_fact"),
                SqlTime.read(row, "last_recorded"),
                row.getLong("sequence"),
                List.of(),
                null);
    }
}
