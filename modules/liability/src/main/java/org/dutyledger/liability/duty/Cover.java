package org.dutyledger.liability.duty;

import java.util.List;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a full remedy does against one risk over a stretch of time.
 *
 * @param versions it names, null: all
 */
record Cover(Interval span, @Nullable List<String> versions, Effect effect) {

    /** Whether it works; undecided for want of a measurement, contested by a finding. */
    enum Effect {
        EFFECTIVE,
        INEFFECTIVE,
        UNDECIDED,
        CONTESTED
    }
}
