package org.dutyledger.ledger.dossier;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.dutyledger.ledger.store.SnapshotTable.Snapshot;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.DossierState.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Everything known and concluded about one model. A thin shell: what a fact means is the liability
 * engine's business, what was said and concluded stands in its events.
 */
final class Dossier {

    private final String id;
    private final ModelId model;
    private final LawsInForce law;
    private final DossierState state;
    private final PutAway putAway;
    private final SnapshotPace pace;

    Dossier(
            ModelId model,
            LawsInForce law,
            DossierState state,
            PutAway putAway,
            SnapshotPace pace) {
        this.id = model.toString();
        this.model = model;
        this.law = law;
        this.state = state;
        this.putAway = putAway;
        this.pace = pace;
    }

    @AggregateIdentifier
    String id() {
        return id;
    }

    /**
     * Takes facts in. What passes of itself is concluded without them, so that it does not matter
     * whether the clock looked in between.
     */
    void record(Instant recorded, List<FactRecorded> facts) {
        conclude(recorded);
        putAway.bringBack(state, facts.stream().map(FactRecorded::fact).toList());
        facts.forEach(AggregateLifecycle::apply);
        conclude(recorded);
    }

    /** Concludes what follows from time alone. */
    void advance(Instant now) {
        conclude(now);
    }

    private void conclude(Instant now) {
        for (Finding finding : state.judge(now)) {
            AggregateLifecycle.apply(new FindingRecorded(model, finding));
        }
    }

    /** When time alone changes something next; null: never. */
    @Nullable Instant nextWake() {
        return state.nextWake();
    }

    /** The state after the last event, if it is time to keep it; null: it is not. */
    @Nullable Keepsake keepsake(long lastNumber) {
        if (!pace.isDue(lastNumber)) {
            return null;
        }
        boolean isFirst = pace.isFirst();
        Parts parts = state.putAway();
        putAway.added(parts);
        byte[] written = state.write();
        pace.taken(lastNumber, written.length);
        return new Keepsake(new Snapshot(lastNumber, written), parts, isFirst);
    }

    @EventSourcingHandler
    void on(RecordEvent event, @Timestamp Instant recorded) {
        switch (event) {
            case FactRecorded(var _, var fact, var _) -> file(fact);
            case FindingRecorded(var _, var finding) -> accept(finding, recorded);
        }
    }

    /** A fact before it in its batch may have changed what it needs. */
    private void file(Fact fact) {
        putAway.bringBack(state, List.of(fact));
        state.file(fact);
    }

    /** Who has just concluded a finding holds it already. */
    private void accept(Finding finding, Instant recorded) {
        if (!AggregateLifecycle.isLive() && law.holds(finding, recorded)) {
            state.accept(finding);
        }
    }
}
