package org.dutyledger.ledger.dossier;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.store.SnapshotTable.Snapshot;
import org.dutyledger.liability.DossierState;

/** Begins an empty dossier, into which its events are then replayed. */
final class DossierFactory extends AbstractAggregateFactory<Dossier> {

    private static final long NONE = -1;

    private final LawsInForce law;
    private final int snapshotEvery;

    /**
     * @param snapshotEvery events, at least
     */
    DossierFactory(LawsInForce law, int snapshotEvery) {
        super(Dossier.class);
        this.law = law;
        this.snapshotEvery = snapshotEvery;
    }

    LawsInForce law() {
        return law;
    }

    Dossier begin(ModelId model) {
        var pace = new SnapshotPace(snapshotEvery, NONE, 0);
        return new Dossier(model, law, new DossierState(model, law.laws()), pace);
    }

    /**
     * @throws IllegalArgumentException if the state is of an unknown form
     */
    Dossier restore(ModelId model, Snapshot snapshot) {
        var pace = new SnapshotPace(snapshotEvery, snapshot.number(), snapshot.state().length);
        var state = DossierState.read(model, snapshot.state(), law.laws());
        return new Dossier(model, law, state, pace);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    protected Dossier doCreateAggregate(String model, DomainEventMessage firstEvent) {
        return begin(ModelId.parse(model));
    }
}
