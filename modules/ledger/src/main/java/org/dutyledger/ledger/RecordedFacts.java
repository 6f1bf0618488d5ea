package org.dutyledger.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;

/** Reading the record back: what was said and what was concluded. */
public interface RecordedFacts {

    /** All models that have a fact on record, in order. */
    List<ModelId> models();

    /** Every fact of a model with its record time, in the order of recording. */
    List<Fact> facts(ModelId model);

    /** Every finding of a model, in the order of recording. */
    List<Finding> findings(ModelId model);

    /** Passes the stored CloudEvent bytes of every fact of a model, in the order of recording. */
    void bytes(ModelId model, Consumer<byte[]> each);
}
