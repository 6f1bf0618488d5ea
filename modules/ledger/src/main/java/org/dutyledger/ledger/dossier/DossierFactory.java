package org.dutyledger.ledger.dossier;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.dutyledger.contract.ModelId;

/** Begins an empty dossier, into which its events are then replayed. */
final class DossierFactory extends AbstractAggregateFactory<Dossier> {

    DossierFactory() {
        super(Dossier.class);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    protected Dossier doCreateAggregate(String model, DomainEventMessage firstEvent) {
        return new Dossier(ModelId.parse(model));
    }
}
