package org.dutyledger.ledger.dossier;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.LawsInForce;

/** Begins an empty dossier, into which its events are then replayed. */
final class DossierFactory extends AbstractAggregateFactory<Dossier> {

    private final LawsInForce law;

    DossierFactory(LawsInForce law) {
        super(Dossier.class);
        this.law = law;
    }

    Dossier begin(ModelId model) {
        return new Dossier(model, law);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    protected Dossier doCreateAggregate(String model, DomainEventMessage firstEvent) {
        return begin(ModelId.parse(model));
    }
}
