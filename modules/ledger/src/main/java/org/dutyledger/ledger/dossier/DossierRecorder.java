package org.dutyledger.ledger.dossier;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;
import org.dutyledger.ledger.seal.Sealing;
import org.dutyledger.ledger.store.Dossiers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a batch: sorts out what is there already, seals the rest, sends one command per model.
 */
final class DossierRecorder implements Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(DossierRecorder.class);

    private final Clock clock;
    private final LawsInForce law;
    private final Sealing sealing;
    private final Transactions transactions;
    private final Duplicates duplicates;
    private final DeadlineClock deadlines;
    private final RecordingMeters meters;

    DossierRecorder(
            Clock clock,
            LawsInForce law,
            Sealing sealing,
            Transactions transactions,
            Duplicates duplicates,
            DeadlineClock deadlines,
            RecordingMeters meters) {
        this.clock = clock;
        this.law = law;
        this.sealing = sealing;
        this.transactions = transactions;
        this.duplicates = duplicates;
        this.deadlines = deadlines;
        this.meters = meters;
    }

    @Override
    public List<Verdict> record(List<IncomingFact> facts, Along along) {
        Digested batch = new Digested(facts, sealing.find(facts), duplicates.digests(facts));
        Recorded recorded = recordTwiceAtMost(batch, along);
        deadlines.expect(recorded.nextWake());
        meters.recorded(recorded.verdicts());
        return recorded.verdicts();
    }

    /**
     * @param nextWake the earliest of the dossiers'; null: they wait for nothing
     */
    private record Recorded(List<Verdict> verdicts, @Nullable Instant nextWake) {}

    private Recorded recordTwiceAtMost(Digested batch, Along along) {
        try {
            return recordOnce(batch, along);
        } catch (RuntimeException e) {
            if (!isRace(e)) {
                throw e;
            }
            LOG.debug("One of these facts was on record already; trying once more");
            duplicates.expect();
            return recordOnce(batch, along);
        }
    }

    /** A batch on its way: digests in the order of its facts. */
    record Digested(List<IncomingFact> facts, Sealing.Personal personal, List<byte[]> digests) {

        Map<FactKey, byte[]> digestByKey() {
            Map<FactKey, byte[]> byKey = HashMap.newHashMap(facts.size());
            for (int i = 0; i < facts.size(); i++) {
                byKey.putIfAbsent(facts.get(i).fact().key(), digests.get(i));
            }
            return byKey;
        }
    }

    private Recorded recordOnce(Digested batch, Along along) {
        var models = new TreeSet<ModelId>();
        batch.facts().forEach(fact -> models.add(fact.fact().model()));
        return transactions.call(
                along::before,
                models,
                batch.digestByKey(),
                open -> {
                    List<Verdict.Outcome> outcomes = duplicates.outcomes(batch);
                    recordFresh(open, batch, outcomes);
                    List<Verdict> verdicts = verdicts(batch, outcomes);
                    along.after(verdicts);
                    return new Recorded(verdicts, open.nextWake());
                });
    }

    private void recordFresh(
            Transactions.Open open, Digested batch, List<Verdict.Outcome> outcomes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<byte[]> bytes =
                batch.personal().seal(i -> outcomes.get(i) == Verdict.Outcome.RECORDED);
        Map<ModelId, List<FactRecorded>> fresh = new TreeMap<>();
        Map<ModelId, Instant> times = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Verdict.Outcome.RECORDED) {
                Fact fact = batch.facts().get(i).fact();
                Instant recorded =
                        times.computeIfAbsent(
                                fact.model(), model -> recordTime(now, open.row(model)));
                fresh.computeIfAbsent(fact.model(), _ -> new ArrayList<>())
                        .add(recorded(fact, recorded, bytes.get(i)));
            }
        }
        meters.judging(() -> fresh.forEach((model, said) -> send(open, model, said)));
    }

    private static void send(Transactions.Open open, ModelId model, List<FactRecorded> facts) {
        Instant recorded = facts.getFirst().fact().recorded();
        boolean first = open.row(model).lastNumber() < 0;
        open.send(new RecordFacts(model, first, recorded, facts), model, recorded);
    }

    private static FactRecorded recorded(Fact fact, Instant recorded, byte[] bytes) {
        var stamped = new Fact(fact.key(), fact.model(), fact.time(), recorded, fact.data());
        return new FactRecorded(fact.model(), stamped, bytes);
    }

    /** Later than every earlier record time of the model, whatever the machine's clock does. */
    private Instant recordTime(Instant now, Dossiers.Row row) {
        Instant time = now.isBefore(law.since()) ? law.since() : now;
        if (row.recorded() != null && !time.isAfter(row.recorded())) {
            time = row.recorded().plus(1, ChronoUnit.MICROS);
        }
        if (row.judged() != null && time.isBefore(row.judged())) {
            time = row.judged();
        }
        return time;
    }

    private static List<Verdict> verdicts(Digested batch, List<Verdict.Outcome> outcomes) {
        List<Verdict> verdicts = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Fact fact = batch.facts().get(i).fact();
            verdicts.add(new Verdict(fact.key(), fact.model(), outcomes.get(i)));
        }
        return verdicts;
    }

    /** Unique violation or deadlock (SQLState): the batch as a whole is good for another try. */
    private static boolean isRace(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && ("23505".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
