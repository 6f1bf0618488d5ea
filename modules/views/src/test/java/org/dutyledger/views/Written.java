package org.dutyledger.views;

import java.time.Instant;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.Concern;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;

/** An entry of a record that is written by hand. */
record Written(long sequence, String type, Instant recorded, RecordEvent event)
        implements RecordEntry {

    @Override
    public long number() {
        throw new UnsupportedOperationException("no view is in the order of dossiers");
    }

    @Override
    public ModelId model() {
        return event.model();
    }

    @Override
    public @Nullable FactKey key() {
        return event instanceof FactRecorded fact ? fact.fact().key() : null;
    }

    @Override
    public Instant time() {
        return switch (event) {
            case FactRecorded fact -> fact.fact().time();
            case FindingRecorded finding -> finding.finding().time();
        };
    }

    @Override
    public @Nullable Concern concern() {
        return event instanceof FindingRecorded(var _, var finding) ? concern(finding) : null;
    }

    private static Concern concern(Finding finding) {
        String rulebook = finding.law().rulebook();
        return switch (finding) {
            case Finding.DutyChanged changed ->
                    new Concern(rulebook, changed.duty().rule(), changed.duty().about());
            case Finding.ExposureChanged _ -> new Concern(rulebook, null, null);
        };
    }
}
