package org.dutyledger.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes a batch of events into the view tables: a handful of statements per batch, not per event.
 * Must run in a transaction. An event whose sequence its model has seen already changes nothing.
 */
class ViewWriter {

    private final JdbcTemplate jdbc;
    private final ModelRows models;
    private final HistoryRows history;
    private final SignalRows signals;
    private final DutyRows duties;
    private final ExposureRows exposures;

    ViewWriter(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.models = new ModelRows(jdbc);
        this.history = new HistoryRows(jdbc, json);
        this.signals = new SignalRows(jdbc, json);
        this.duties = new DutyRows(jdbc, json);
        this.exposures = new ExposureRows(jdbc, json);
    }

    /** The events of one model must come in the order of their sequence. */
    void write(List<Sequenced> batch) {
        Map<ModelId, Long> seen =
                models.sequences(batch.stream().map(each -> each.event().model()).distinct());
        List<Sequenced> fresh =
                batch.stream()
                        .filter(each -> each.sequence() > seen.getOrDefault(model(each), -1L))
                        .toList();
        List<Fact> facts = new ArrayList<>();
        List<Concluded<DutyChanged>> changed = new ArrayList<>();
        List<Concluded<ExposureChanged>> exposed = new ArrayList<>();
        for (Sequenced each : fresh) {
            switch (each.event()) {
                case FactRecorded recorded -> facts.add(recorded.fact());
                case FindingRecorded(ModelId model, DutyChanged duty) ->
                        changed.add(new Concluded<>(each.sequence(), duty));
                case FindingRecorded(ModelId model, ExposureChanged exposure) ->
                        exposed.add(new Concluded<>(each.sequence(), exposure));
            }
        }
        models.write(fresh);
        history.write(fresh);
        signals.write(facts);
        duties.write(changed);
        exposures.write(exposed);
    }

    /** Empties every view table. */
    void clear() {
        jdbc.execute(
                """
                TRUNCATE ledger.view_model, ledger.view_history, ledger.view_signal, ledger.view_withdrawn,
                         ledger.view_duty, ledger.view_duty_count, ledger.view_exposure
                """);
    }

    private static ModelId model(Sequenced each) {
        return each.event().model();
    }
}
