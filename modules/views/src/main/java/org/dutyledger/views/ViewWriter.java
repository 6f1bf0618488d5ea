package org.dutyledger.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes a batch of entries into the view tables: a handful of statements per batch, not per entry,
 * and of several findings about one thing the last alone; earlier ones are not even read in full,
 * unless the last builds on them. Must run in a transaction. An entry whose sequence its model has
 * seen already changes nothing.
 */
class ViewWriter {

    private final JdbcTemplate jdbc;
    private final ModelRows models;
    private final SignalRows signals;
    private final DutyRows duties;
    private final ExposureRows exposures;

    ViewWriter(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.models = new ModelRows(jdbc);
        this.signals = new SignalRows(jdbc, json);
        this.duties = new DutyRows(jdbc, json);
        this.exposures = new ExposureRows(jdbc, json);
    }

    /** The entries of one model must come in the order of their sequence. */
    void write(List<RecordEntry> batch) {
        Map<ModelId, Long> seen =
                models.sequences(batch.stream().map(RecordEntry::model).distinct());
        List<RecordEntry> fresh =
                batch.stream()
                        .filter(each -> each.sequence() > seen.getOrDefault(each.model(), -1L))
                        .toList();
        List<Fact> facts = new ArrayList<>();
        Map<DutyKey, List<RecordEntry>> changed = new HashMap<>();
        Map<ExposureKey, RecordEntry> exposed = new HashMap<>();
        for (RecordEntry each : fresh) {
            Concern concern = each.concern();
            if (concern == null) {
                if (Signal.maySpeak(each.type())) {
                    facts.add(((FactRecorded) each.event()).fact());
                }
            } else if (concern.rule() == null) {
                exposed.put(new ExposureKey(each.model(), concern.rulebook()), each);
            } else {
                changed.computeIfAbsent(duty(each.model(), concern), key -> new ArrayList<>())
                        .add(each);
            }
        }
        models.write(fresh);
        signals.write(facts);
        duties.write(changed);
        exposures.write(exposed);
    }

    private static DutyKey duty(ModelId model, Concern concern) {
        return new DutyKey(
                model,
                concern.rulebook(),
                Objects.requireNonNull(concern.rule()),
                Objects.requireNonNull(concern.about()));
    }

    /** Empties every view table. */
    void clear() {
        jdbc.execute(
                """
                TRUNCATE ledger.view_model, ledger.view_signal, ledger.view_withdrawn,
                         ledger.view_duty, ledger.view_duty_count, ledger.view_exposure
                """);
    }
}
