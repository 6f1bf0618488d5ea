package org.dutyledger.views;

import java.util.Collection;
import java.util.List;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for the realised exposure as it stands. */
public class Exposures {

    private static final String LIST = "exposure";

    private final JdbcClient jdbc;
    private final ViewJson json;
    private final ViewPosition position;

    Exposures(JdbcClient jdbc, ViewJson json, ViewPosition position) {
        this.jdbc = jdbc;
        this.json = json;
        this.position = position;
    }

    /**
     * One entry per rulebook, by rulebook.
     *
     * @param rulebook null: each
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list
     */
    public Page<ExposureEntry> page(ModelId model, @Nullable String rulebook, Paging paging) {
        Standpoint at = position.standpoint();
        String after =
                paging.after() == null ? "" : Cursor.read(paging.after(), LIST, 1).getFirst();
        String only = rulebook == null ? "" : rulebook;
        List<ExposureEntry> rows =
                jdbc.sql(
                                """
                                SELECT sequence, finding FROM ledger.view_exposure
                                WHERE model = ? AND rulebook > ?
                                    AND (? = '' OR rulebook = ?)
                                ORDER BY rulebook LIMIT ?
                                """)
                        .params(model.toString(), after, only, only, paging.limit() + 1)
                        .query((row, n) -> entry(row.getLong(1), row.getString(2)))
                        .list();
        return Page.of(at, rows, paging.limit(), LIST, row -> List.of(row.rulebook().id()));
    }

    /** Every entry of some models. */
    List<ExposureEntry> of(Collection<String> models) {
        return jdbc.sql("SELECT sequence, finding FROM ledger.view_exposure WHERE model = ANY (?)")
                .param(models.toArray(String[]::new))
                .query((row, n) -> entry(row.getLong(1), row.getString(2)))
                .list();
    }

    private ExposureEntry entry(long sequence, String finding) {
        return ExposureEntry.of(sequence, json.read(finding, ExposureChanged.class));
    }
}
