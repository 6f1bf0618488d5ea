package org.dutyledger.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes a batch of entries into the view tables: a handful of statements per batch, not per entry,
 * and of several findings about one thing the last alone; earlier ones are not even read in full,
 * unless the last builds on them. Must run in a transaction. An entry that is not behind the last
 * one written changes nothing.
 */
class ViewWriter {

    private static final String READ =
            "UPDATE ledger.view_read SET sequence = greatest(sequence, ?) RETURNING old.sequence";

    private final JdbcTemplate jdbc;
    private final Set<String> rulebooks;

    private final ModelRows models;
    private final SignalRows signals;
    private final DutyRows duties;
    private final ExposureRows exposures;

    /**
     * @param rulebooks that are judged; what is told under another is left out
     */
    ViewWriter(JdbcTemplate jdbc, ViewJson json, Findings findings, Set<String> rulebooks) {
        this.jdbc = jdbc;
        this.rulebooks = rulebooks;
        this.models = new ModelRows(jdbc);
        this.signals = new SignalRows(jdbc, json);
        this.duties = new DutyRows(jdbc, findings);
        this.exposures = new ExposureRows(jdbc);
    }

    /** The entries must come in the order of their sequence. */
    void write(List<RecordEntry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Long read = jdbc.queryForObject(READ, Long.class, batch.getLast().sequence());
        long before = Objects.requireNonNull(read, "the row is never deleted");
        List<RecordEntry> fresh = batch.stream().filter(each -> each.sequence() > before).toList();
        List<Fact> facts = new ArrayList<>();
        Map<DutyKey, List<RecordEntry>> changed = new HashMap<>();
        Map<ExposureKey, RecordEntry> exposed = new HashMap<>();
        for (RecordEntry each : fresh) {
            Concern concern = each.concern();
            if (concern == null) {
                if (Signal.maySpeak(each.type())) {
                    facts.add(((FactRecorded) each.event()).fact());
                }
            } else if (rulebooks.contains(concern.rulebook()) && concern.rule() == null) {
                exposed.put(new ExposureKey(each.model(), concern.rulebook()), each);
            } else if (rulebooks.contains(concern.rulebook())) {
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

    /** Deletes what stands under rulebooks that are no longer judged. Waits for who writes. */
    void clean() {
        jdbc.queryForList("SELECT FROM ledger.view_read FOR UPDATE");
        duties.keepOnly(rulebooks);
        exposures.keepOnly(rulebooks);
    }

    /** Empties every view table. */
    void clear() {
        jdbc.execute(
                """
                TRUNCATE ledger.view_model, ledger.view_signal, ledger.view_withdrawn,
                         ledger.view_duty, ledger.view_duty_count, ledger.view_exposure
                """);
        jdbc.update("UPDATE ledger.view_read SET sequence = 0");
    }
}
