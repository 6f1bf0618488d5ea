package org.dutyledger.intake;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.Recorder;
import org.dutyledger.ledger.Verdict;

/**
 * The record with a defect that some facts bring out.
 *
 * @param over how their ids begin
 */
record Stumbling(Recorder recorder, String over, AtomicBoolean broken) implements Recorder {

    @Override
    public List<Verdict> record(List<IncomingFact> facts, Along along) {
        if (broken.get() && facts.stream().anyMatch(each -> each.fact().id().startsWith(over))) {
            throw new IllegalStateException("no rule for " + over);
        }
        return recorder.record(facts, along);
    }
}
