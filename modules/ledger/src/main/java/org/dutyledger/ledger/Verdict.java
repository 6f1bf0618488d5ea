package org.dutyledger.ledger;

import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;

/** What became of one fact of a batch. */
public record Verdict(FactKey key, ModelId model, Outcome outcome) {

    /** The contract's verdicts that the record itself can give. */
    public enum Outcome {
        /** It is in the record now. */
        RECORDED,
        /** The same source and id with the same content was there already: nothing changed. */
        DUPLICATE,
        /** The same source and id was there with other content: not recorded. */
        CONFLICT
    }
}
