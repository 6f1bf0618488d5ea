package org.dutyledger.views;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.ledger.RecordEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per model and rulebook: the realised exposure as it stands. */
class ExposureRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_exposure (model, rulebook, sequence)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
            ON CONFLICT (model, rulebook) DO UPDATE SET sequence = excluded.sequence
            """;

    private final JdbcTemplate jdbc;

    ExposureRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes what stands under a rulebook that is none of these. */
    void keepOnly(Set<String> rulebooks) {
        jdbc.update(
                "DELETE FROM ledger.view_exposure WHERE rulebook <> ALL (?)",
                (Object) rulebooks.toArray(String[]::new));
    }

    /**
     * @param last finding about each
     */
    void write(Map<ExposureKey, RecordEntry> last) {
        if (last.isEmpty()) {
            return;
        }
        Map<ExposureKey, RecordEntry> ordered = new TreeMap<>(last);
        List<ExposureKey> keys = List.copyOf(ordered.keySet());
        jdbc.update(
                UPSERT,
                keys.stream().map(key -> key.model().toString()).toArray(String[]::new),
                keys.stream().map(ExposureKey::rulebook).toArray(String[]::new),
                ordered.values().stream().mapToLong(RecordEntry::sequence).toArray());
    }
}
