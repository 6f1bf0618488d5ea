package org.dutyledger.ledger;

import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;

/** What the record consists of: facts, and what was concluded from them. */
public sealed interface RecordEvent {

    /** The dossier it belongs to. */
    ModelId model();

    /**
     * A provider's fact entered the record.
     *
     * @param fact with its record time
     * @param bytes the stored CloudEvent: as it came, personal fields sealed
     */
    record FactRecorded(ModelId model, Fact fact, byte[] bytes) implements RecordEvent {}

    /** The engine concluded something from the facts. */
    record FindingRecorded(ModelId model, Finding finding) implements RecordEvent {}
}
