package org.dutyledger.ledger.dossier;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Everything known and concluded about one model. A thin shell: what a fact means is the liability
 * engine's business, what was said and concluded stands in its events.
 */
final class Dossier {

    private final ModelId model;

    Dossier(ModelId model) {
        this.model = model;
    }

    @AggregateIdentifier
    String id() {
        return model.toString();
    }

    /** Takes facts in. */
    void record(Instant recorded, List<FactRecorded> facts) {
        facts.forEach(AggregateLifecycle::apply);
    }

    /** When time alone changes something next; null: never. */
    @Nullable Instant nextWake() {
        return null;
    }

    @EventSourcingHandler
    void on(RecordEvent event) {
        switch (event) {
            case FactRecorded _ -> {}
            case FindingRecorded _ -> {}
        }
    }
}
