package org.dutyledger.alerting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.dutyledger.alerting.RecordSurroundings.RiskOf;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.alert.DutyConditions;
import org.dutyledger.alerting.alert.Limits;
import org.dutyledger.alerting.route.Watch;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.Stretch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the record in its one order and makes alerts what the findings say, in the transaction
 * that also stores how far it has read. Of several findings about one thing in a batch the last
 * alone counts. Alerts are a record themselves: nothing is replayed into them.
 */
@ProcessingGroup(AlertProjection.GROUP)
@DisallowReplay
class AlertProjection {

    static final String GROUP = "alerts";
    private static final String BATCH = AlertProjection.class.getName();
    private static final String READ =
            "UPDATE ledger.alert_read SET sequence = greatest(sequence, ?) RETURNING old.sequence";

    private final SequencedRecord record;
    private final JdbcTemplate jdbc;
    private final AlertRows rows;
    private final AlertWriter writer;
    private final RecordSurroundings surroundings;
    private final Settings settings;
    private final Clock clock;
    private final Runnable written;

    /**
     * What the projection goes by.
     *
     * @param dueSoon share of a period after which a deadline is soon
     * @param watch null: duties alone give cause to alerts
     */
    record Settings(BigDecimal dueSoon, @Nullable Watch watch) {}

    /**
     * @param written is called when alerts may have changed, after the commit
     */
    AlertProjection(
            SequencedRecord record,
            JdbcTemplate jdbc,
            AlertWriter writer,
            Settings settings,
            Clock clock,
            Runnable written) {
        this.record = record;
        this.jdbc = jdbc;
        this.rows = new AlertRows(jdbc);
        this.writer = writer;
        this.surroundings = new RecordSurroundings(jdbc);
        this.settings = settings;
        this.clock = clock;
        this.written = written;
    }

    @EventHandler
    void on(Stretch stretch, UnitOfWork<?> unitOfWork) {
        unitOfWork
                .<List<Stretch>>getOrComputeResource(BATCH, key -> begin(unitOfWork))
                .add(stretch);
    }

    private List<Stretch> begin(UnitOfWork<?> unitOfWork) {
        List<Stretch> stretches = new ArrayList<>();
        unitOfWork.onPrepareCommit(work -> {
            List<RecordEntry> batch = new ArrayList<>();
            record.read(
                    new Stretch(stretches.getFirst().first(), stretches.getLast().last()),
                    batch::add);
            write(batch);
        });
        unitOfWork.afterCommit(work -> written.run());
        return stretches;
    }

    /** The entries must come in the order of their sequence. */
    void write(List<RecordEntry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        rows.lock();
        long before =
                Objects.requireNonNull(
                        jdbc.queryForObject(READ, Long.class, batch.getLast().sequence()),
                        "the row is never deleted");
        List<Fact> facts = new ArrayList<>();
        Map<String, Instant> heard = new HashMap<>();
        Map<AlertKey, RecordEntry> last = new LinkedHashMap<>();
        for (RecordEntry each : batch) {
            if (each.sequence() <= before) {
                continue;
            }
            Concern concern = each.concern();
            String model = each.model().toString();
            if (concern == null) {
                heard.put(model, each.recorded());
                if (RecordSurroundings.tells(each.type())) {
                    facts.add(((FactRecorded) each.event()).fact());
                }
            } else {
                last.put(key(model, concern), each);
            }
        }
        surroundings.write(facts);
        Map<AlertKey, @Nullable Condition> conditions = new LinkedHashMap<>();
        findings(last.values().stream().toList(), conditions);
        heard(heard, conditions);
        writer.conditions(conditions, clock.instant());
    }

    private static AlertKey key(String model, Concern concern) {
        return concern.rule() == null
                ? new AlertKey(model, concern.rulebook(), Limits.AMOUNT, model)
                : new AlertKey(
                        model,
                        concern.rulebook(),
                        concern.rule(),
                        Objects.requireNonNull(concern.about()));
    }

    private void findings(List<RecordEntry> last, Map<AlertKey, @Nullable Condition> conditions) {
        List<DutyChanged> duties = new ArrayList<>();
        for (RecordEntry each : last) {
            switch (((FindingRecorded) each.event()).finding()) {
                case DutyChanged it -> duties.add(it);
                case ExposureChanged it -> exposure(it, each.recorded(), conditions);
            }
        }
        if (duties.isEmpty()) {
            return;
        }
        var risks = surroundings.risks(duties.stream().map(AlertProjection::risk).toList());
        for (DutyChanged each : duties) {
            conditions.put(
                    DutyConditions.key(each),
                    DutyConditions.of(
                            each, risks.get(risk(each)), clock.instant(), settings.dueSoon));
        }
    }

    private static RiskOf risk(DutyChanged each) {
        return new RiskOf(each.model().toString(), each.duty().about());
    }

    private void exposure(
            ExposureChanged it, Instant recorded, Map<AlertKey, @Nullable Condition> conditions) {
        Watch watch = settings.watch;
        if (watch == null) {
            return;
        }
        String model = it.model().toString();
        String rulebook = it.law().rulebook();
        String currency = it.exposure().currency();
        BigDecimal likely = it.exposure().total().likely();
        Watch.Amount amount = watch.amount(model, currency);
        if (amount != null) {
            conditions.put(
                    new AlertKey(model, rulebook, Limits.AMOUNT, model),
                    Limits.amount(likely, amount.likely(), currency, recorded));
        }
        Watch.Growth growth = watch.growth(model, currency);
        if (growth != null) {
            BigDecimal lowest =
                    surroundings.lowest(model, rulebook, recorded, likely, growth.within());
            Condition grew =
                    Limits.growth(likely, lowest, growth.by(), currency, growth.within(), recorded);
            // what grew stays told until its time is over
            if (grew != null) {
                conditions.put(new AlertKey(model, rulebook, Limits.GROWTH, model), grew);
            }
        }
    }

    private void heard(Map<String, Instant> last, Map<AlertKey, @Nullable Condition> conditions) {
        Duration longest = settings.watch == null ? null : settings.watch.feedSilent();
        if (longest == null || last.isEmpty()) {
            return;
        }
        surroundings.heard(last, longest).forEach(each -> conditions.put(silence(each), null));
    }

    /** The alert of a model's silence. */
    static AlertKey silence(String model) {
        return new AlertKey(model, "", "feed", model);
    }
}
