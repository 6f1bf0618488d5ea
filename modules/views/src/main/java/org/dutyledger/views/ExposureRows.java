package org.dutyledger.views;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per model and rulebook: the realised exposure as it stands. */
class ExposureRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_exposure (model, rulebook, sequence, finding)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[])
            ON CONFLICT (model, rulebook) DO UPDATE SET
                sequence = excluded.sequence, finding = excluded.finding
            """;

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    ExposureRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
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
                ordered.values().stream().mapToLong(RecordEntry::sequence).toArray(),
                ordered.values().stream().map(this::finding).toArray(String[]::new));
    }

    private String finding(RecordEntry entry) {
        return json.write(((FindingRecorded) entry.event()).finding());
    }
}
