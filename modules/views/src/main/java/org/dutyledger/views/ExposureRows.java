package org.dutyledger.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per model and rulebook: the realised exposure as it stands. */
class ExposureRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_exposure (model, rulebook, sequence, finding)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (model, rulebook) DO UPDATE SET
                sequence = excluded.sequence, finding = excluded.finding
            """;

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    ExposureRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of several findings about one model and rulebook the last one stands. */
    void write(List<Concluded<ExposureChanged>> findings) {
        Map<List<String>, Object[]> last = new LinkedHashMap<>();
        for (Concluded<ExposureChanged> each : findings) {
            String model = each.finding().model().toString();
            String rulebook = each.finding().law().rulebook();
            last.put(
                    List.of(model, rulebook),
                    new Object[] {model, rulebook, each.sequence(), json.write(each.finding())});
        }
        jdbc.batchUpdate(UPSERT, List.copyOf(last.values()));
    }
}
