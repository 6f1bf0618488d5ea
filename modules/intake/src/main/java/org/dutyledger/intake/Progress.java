package org.dutyledger.intake;

import java.util.List;

/** How far a door has come, kept in the transaction that records what arrived. */
interface Progress {

    /** A door whose senders wait for their answer: nothing to keep. */
    Progress NONE = new Progress() {};

    /**
     * Runs first, inside the transaction of these arrivals.
     *
     * @throws FencedException to refuse them
     */
    default void advance(List<Arrival> arrivals) {}

    /** Runs when they are durable. */
    default void done(List<Arrival> arrivals) {}
}
