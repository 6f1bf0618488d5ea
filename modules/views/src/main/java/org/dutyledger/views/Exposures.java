package org.dutyledger.views;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for the realised exposure as it stands. */
public class Exposures {

    private static final String LIST = "exposure";

    private final JdbcClient jdbc;
    private final Findings findings;
    private final ViewPosition position;

    Exposures(JdbcClient jdbc, Findings findings, ViewPosition position) {
        this.jdbc = jdbc;
        this.findings = findings;
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
        List<Long> rows =
                jdbc.sql(
                                """
                                SELECT sequence FROM ledger.view_exposure
                                WHERE model = ? AND rulebook > ?
                                    AND (? = '' OR rulebook = ?)
                                ORDER BY rulebook LIMIT ?
                                """)
                        .params(model.toString(), after, only, only, paging.limit() + 1)
                        .query((row, n) -> row.getLong(1))
                        .list();
        return Page.of(
                at, entries(rows), paging.limit(), LIST, row -> List.of(row.rulebook().id()));
    }

    /** Every entry of some models. */
    List<ExposureEntry> of(Collection<String> models) {
        return entries(
                jdbc.sql("SELECT sequence FROM ledger.view_exposure WHERE model = ANY (?)")
                        .param(models.toArray(String[]::new))
                        .query((row, n) -> row.getLong(1))
                        .list());
    }

    private List<ExposureEntry> entries(List<Long> sequences) {
        List<ExposureChanged> found = findings.exposures(sequences);
        return IntStream.range(0, found.size())
                .mapToObj(at -> ExposureEntry.of(sequences.get(at), found.get(at)))
                .toList();
    }
}
