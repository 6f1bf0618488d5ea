package org.dutyledger.ledger;

import java.time.Instant;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One event where it stands in the record. What it says is read only when asked for, so that a
 * follower pays for what it needs.
 */
public interface RecordEntry {

    /** Its place in the one public order, from 1. */
    long sequence();

    /** Its place in its dossier, from 0. */
    long number();

    /** The dossier it belongs to. */
    ModelId model();

    /** CloudEvents type. */
    String type();

    /** When it was recorded. */
    Instant recorded();

    /** Of a fact; null: a finding. */
    @Nullable FactKey key();

    /** When it happened, or became true. Reads the envelope alone. */
    Instant time();

    /** What a finding is about; null: a fact. Reads no more than that. */
    @Nullable Concern concern();

    /**
     * All that it says.
     *
     * @throws IllegalStateException if it is of no known type or cannot be read: the record is of a
     *     later version, or damaged
     */
    RecordEvent event();
}
