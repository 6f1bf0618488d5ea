package org.dutyledger.ledger.dossier;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.store.RecordedFact;
import org.dutyledger.ledger.store.SnapshotTable;
import org.dutyledger.ledger.store.SnapshotTable.Snapshot;
import org.dutyledger.liability.DossierState;

/** Begins an empty dossier, into which its events are then replayed. */
final class DossierFactory extends AbstractAggregateFactory<Dossier> {

    private static final long NONE = -1;

    private final LawsInForce law;
    private final SnapshotTable table;
    private final RecordedFact recorded;
    private final int snapshotEvery;

    /**
     * @param snapshotEvery events, at least
     */
    DossierFactory(LawsInForce law, SnapshotTable table, RecordedFact recorded, int snapshotEvery) {
        super(Dossier.class);
        this.law = law;
        this.table = table;
        this.recorded = recorded;
        this.snapshotEvery = snapshotEvery;
    }

    LawsInForce law() {
        return law;
    }

    /** An empty dossier, of which nothing was put away. */
    Dossier begin(ModelId model) {
        return new Dossier(
                model,
                law,
                new DossierState(model, law.laws()),
                new PutAway(model, table, recorded, List.of()),
                new SnapshotPace(snapshotEvery, NONE, 0));
    }

    /**
     * A dossier as it was when its snapshot was taken.
     *
     * @throws IllegalArgumentException if the state is of an unknown form
     */
    Dossier restore(ModelId model, Snapshot snapshot) {
        return new Dossier(
                model,
                law,
                DossierState.read(model, snapshot.state(), law.laws()),
                new PutAway(model, table, recorded, table.partKeys(model)),
                new SnapshotPace(snapshotEvery, snapshot.number(), snapshot.state().length));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    protected Dossier doCreateAggregate(String model, DomainEventMessage firstEvent) {
        return begin(ModelId.parse(model));
    }
}
