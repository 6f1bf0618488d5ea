package org.dutyledger.ledger;

import java.util.List;

/** The one way into the record. */
public interface Recorder {

    /**
     * Records a batch in one transaction with one append: all facts of one model by one command.
     * Either everything is durable when this returns, what {@code along} wrote included, or it
     * throws and nothing is.
     *
     * @return one verdict per fact, in the order given
     */
    List<Verdict> record(List<IncomingFact> facts, Along along);

    /** What else is written in the transaction of a batch (offsets, rejected facts). */
    interface Along {
        /** Nothing else. */
        Along NOTHING = new Along() {};

        /** Runs first, inside the transaction; throwing refuses the batch. */
        default void before() {}

        /** Runs after the verdicts are known, inside the transaction. */
        default void after(List<Verdict> verdicts) {}
    }
}
