package org.dutyledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking what a dossier took in and what it concluded, in the one order. */
public class History {

    private static final String LIST = "history";

    private final JdbcClient jdbc;
    private final ViewJson json;
    private final ViewPosition position;

    History(JdbcClient jdbc, ViewJson json, ViewPosition position) {
        this.jdbc = jdbc;
        this.json = json;
        this.position = position;
    }

    /**
     * A page of events, oldest first.
     *
     * @throws UnknownCursorException if {@code paging.after} is not a cursor of this list
     */
    public Page<HistoryEntry> page(ModelId model, Paging paging) {
        Standpoint at = position.standpoint();
        List<HistoryEntry> rows =
                jdbc.sql(
                                """
                                SELECT * FROM ledger.view_history WHERE model = ? AND sequence > ?
                                ORDER BY sequence LIMIT ?
                                """)
                        .params(model.toString(), after(paging), paging.limit() + 1)
                        .query((row, n) -> entry(row, at.asOf()))
                        .list();
        return Page.of(
                at, rows, paging.limit(), LIST, row -> List.of(Long.toString(row.sequence())));
    }

    private static long after(Paging paging) {
        if (paging.after() == null) {
            return -1;
        }
        String sequence = Cursor.read(paging.after(), LIST, 1).getFirst();
        try {
            return Long.parseLong(sequence);
        } catch (NumberFormatException e) {
            throw new UnknownCursorException(paging.after(), e);
        }
    }

    private HistoryEntry entry(ResultSet row, Instant asOf) throws SQLException {
        String type = row.getString("type");
        long sequence = row.getLong("sequence");
        String finding = row.getString("finding");
        boolean duty = type.startsWith("org.dutyledger.duty.");
        return new HistoryEntry(
                sequence,
                type,
                Instant.parse(row.getString("time")),
                row.getString("source"),
                row.getString("fact"),
                instant(row.getString("recorded")),
                finding != null && duty
                        ? DutyEntry.of(sequence, json.read(finding, DutyChanged.class), asOf)
                        : null,
                finding != null && !duty
                        ? ExposureEntry.of(sequence, json.read(finding, ExposureChanged.class))
                        : null);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
