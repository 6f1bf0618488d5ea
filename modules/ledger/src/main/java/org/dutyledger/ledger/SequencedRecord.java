package org.dutyledger.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.contract.ModelId;

/** The record in its one public order, in pieces as large as the reader likes. */
public interface SequencedRecord {

    /** Passes every entry of a stretch, in order. */
    void read(Stretch stretch, Consumer<RecordEntry> each);

    /** The entries of some sequences, in no order; of a sequence that there is not, none. */
    List<RecordEntry> at(long... sequences);

    /**
     * Entries of one dossier that have a sequence, in order.
     *
     * @param after number of the last entry already read; -1: none
     * @param limit at most so many
     */
    List<RecordEntry> page(ModelId model, long after, int limit);
}
