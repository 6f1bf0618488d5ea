package org.dutyledger.ledger.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.ReplayCheck;
import org.dutyledger.ledger.store.EventHistory;
import org.dutyledger.liability.DossierState;
import org.jspecify.annotations.Nullable;

/**
 * Judges a model's facts anew, batch by batch as they were recorded, and holds the findings against
 * those on record. Both come from one reading of the table.
 */
final class FactReplay implements ReplayCheck {

    private static final int SHOWN = 100;

    private final EventHistory history;
    private final LawsInForce law;

    FactReplay(EventHistory history, LawsInForce law) {
        this.history = history;
        this.law = law;
    }

    @Override
    public Result check(ModelId model) {
        var replay = new Replay(model);
        Instant judged = history.read(model, replay::take);
        if (judged != null) {
            replay.end(judged);
        }
        return replay.result();
    }

    private final class Replay {

        private final ModelId model;
        private final DossierState state;
        private final List<Fact> batch = new ArrayList<>();
        private final List<Finding> stored = new ArrayList<>();
        private final List<Finding> recomputed = new ArrayList<>();
        private long facts;

        Replay(ModelId model) {
            this.model = model;
            this.state = new DossierState(model, law.laws());
        }

        void take(RecordEvent event, Instant recorded) {
            switch (event) {
                case FactRecorded(var _, var fact, var _) -> {
                    if (!batch.isEmpty() && !batch.getFirst().recorded().equals(recorded)) {
                        judgeBatch();
                    }
                    batch.add(fact);
                    facts++;
                }
                case FindingRecorded(var _, var finding) -> {
                    if (law.holds(finding, recorded)) {
                        stored.add(finding);
                    }
                }
            }
        }

        private void judgeBatch() {
            Instant recorded = batch.getFirst().recorded();
            boolean judged = !recorded.isBefore(law.since());
            if (judged) {
                recomputed.addAll(state.judge(recorded));
            }
            batch.forEach(state::file);
            if (judged) {
                recomputed.addAll(state.judge(recorded));
            }
            batch.clear();
        }

        void end(Instant judged) {
            if (!batch.isEmpty()) {
                judgeBatch();
            }
            if (!judged.isBefore(law.since())) {
                recomputed.addAll(state.judge(judged));
            }
        }

        Result result() {
            List<Difference> differences = new ArrayList<>();
            int longest = Math.max(stored.size(), recomputed.size());
            for (int i = 0; i < longest && differences.size() < SHOWN; i++) {
                Finding was = at(stored, i);
                Finding is = at(recomputed, i);
                if (was == null || !was.equals(is)) {
                    differences.add(new Difference(i, was, is));
                }
            }
            return new Result(model, facts, recomputed.size(), differences);
        }

        private static @Nullable Finding at(List<Finding> findings, int index) {
            return index < findings.size() ? findings.get(index) : null;
        }
    }
}
