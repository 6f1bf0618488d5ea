package org.dutyledger.ledger.store;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/** Where an aggregate's replay begins. */
public interface Snapshots {

    /** The latest usable snapshot of a dossier, its number that of the last event in it. */
    Optional<DomainEventMessage<?>> latest(String model);
}
