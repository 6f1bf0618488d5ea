package org.dutyledger.contract;

import java.time.Instant;
import java.util.Comparator;

/**
 * One fact: what a provider said, as a CloudEvent (contract, section 1), read and valid.
 *
 * @param key source and id
 * @param model the model it is about
 * @param time when it happened
 * @param recorded when the ledger took it; the two clocks are never mixed
 * @param data what it says
 */
public record Fact(FactKey key, ModelId model, Instant time, Instant recorded, FactData data) {

    /** Fact order: time, then record time, then source, then id (semantics rule 5). */
    public static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::time).thenComparing(Fact::recorded).thenComparing(Fact::key);

    /** The CloudEvents id, as it is cited in {@code because}. */
    public String id() {
        return key.id();
    }
}
