package org.dutyledger.ledger;

import java.util.List;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/** Recomputes findings from the facts alone and compares them with those on record. */
public interface ReplayCheck {

    /** Replays one model under the law in force. */
    Result check(ModelId model);

    /**
     * What a replay came to.
     *
     * @param facts replayed
     * @param findings recomputed
     * @param differences where record and replay part, in order; none: they agree
     */
    record Result(ModelId model, long facts, long findings, List<Difference> differences) {

        /** Whether the record says what follows from its facts. */
        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    /**
     * One finding that is not the same.
     *
     * @param index among the model's findings under the law in force, from 0
     * @param stored null: the record has none there
     * @param recomputed null: the replay has none there
     */
    record Difference(long index, @Nullable Finding stored, @Nullable Finding recomputed) {}
}
