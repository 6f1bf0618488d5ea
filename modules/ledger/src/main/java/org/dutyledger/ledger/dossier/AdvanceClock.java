package org.dutyledger.ledger.dossier;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dutyledger.contract.ModelId;

/** Time has passed for a model: conclude what follows from it alone. */
record AdvanceClock(@TargetAggregateIdentifier ModelId model, Instant now) {}
