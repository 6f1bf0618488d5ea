package org.dutyledger.views;

import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per event: what a dossier took in and what it concluded, in the one order. */
class HistoryRows {

    private static final String INSERT =
            """
            INSERT INTO ledger.view_history
                (model, sequence, time, type, source, fact, recorded, finding)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    HistoryRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(List<Sequenced> events) {
        jdbc.batchUpdate(INSERT, events.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(Sequenced each) {
        return switch (each.event()) {
            case FactRecorded recorded -> row(each.sequence(), recorded.fact());
            case FindingRecorded(ModelId model, Finding finding) -> row(each.sequence(), finding);
        };
    }

    private static @Nullable Object[] row(long sequence, Fact fact) {
        return new @Nullable Object[] {
            fact.model().toString(),
            sequence,
            fact.time().toString(),
            type(fact.data()),
            fact.key().source(),
            fact.id(),
            fact.recorded().toString(),
            null
        };
    }

    private @Nullable Object[] row(long sequence, Finding finding) {
        return new @Nullable Object[] {
            finding.model().toString(),
            sequence,
            finding.time().toString(),
            type(finding),
            null,
            null,
            null,
            json.write(finding)
        };
    }

    private static String type(Finding finding) {
        return switch (finding) {
            case DutyChanged duty -> "org.dutyledger.duty." + duty.change().wireName() + ".v1";
            case ExposureChanged exposure -> "org.dutyledger.exposure.changed.v1";
        };
    }

    private static String type(FactData data) {
        String words = data.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", ".$1");
        return "org.dutyledger." + words.toLowerCase(Locale.ROOT) + ".v1";
    }
}
