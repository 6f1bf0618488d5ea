package org.dutyledger.ledger.store;

/**
 * Brings an event of an earlier form into today's when it is read. What is stored never changes.
 *
 * <p>Every component of this kind is asked, in order; one that does not know the event returns it
 * as it is.
 */
public interface Upcaster {

    /** The event in the next form, or the same. */
    StoredEvent upcast(StoredEvent event);
}
