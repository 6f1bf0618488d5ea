package org.dutyledger.ledger.dossier;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent.FactRecorded;

/**
 * Record a batch's facts of one model, all at the same record time.
 *
 * @param first whether the dossier is new
 * @param facts none of which is in the record; in the order of arrival
 */
record RecordFacts(
        @TargetAggregateIdentifier ModelId model,
        boolean first,
        Instant recorded,
        List<FactRecorded> facts) {}
