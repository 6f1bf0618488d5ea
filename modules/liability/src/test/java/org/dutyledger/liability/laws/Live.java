package org.dutyledger.liability.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.law.LawInForce;

/** A state as a running ledger keeps it: it judges, files, judges again. */
final class Live {

    private final List<LawInForce> laws;
    private final List<Finding> found = new ArrayList<>();
    private DossierState state;

    Live(List<LawInForce> laws) {
        this.laws = laws;
        this.state = new DossierState(LegalHistory.MODEL, laws);
    }

    DossierState state() {
        return state;
    }

    /** Takes the fact in; the findings of it alone. */
    List<Finding> record(Fact fact) {
        conclude(fact.recorded());
        state.file(fact);
        return conclude(fact.recorded());
    }

    /** What changed of itself since. */
    List<Finding> conclude(Instant now) {
        List<Finding> findings = state.judge(now);
        findings.forEach(state::accept);
        found.addAll(findings);
        return findings;
    }

    void writeAndRead() {
        state = DossierState.read(LegalHistory.MODEL, state.write(), laws);
    }

    /** All findings since this was asked last. */
    List<Finding> takeFound() {
        List<Finding> taken = List.copyOf(found);
        found.clear();
        return taken;
    }
}
