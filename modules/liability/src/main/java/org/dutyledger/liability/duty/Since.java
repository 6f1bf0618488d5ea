package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;

/**
 * From when a duty must be judged anew: a fact changes nothing before its own time.
 *
 * @param from {@link Instant#MIN}: from the beginning
 * @param breaches as they were judged before; those before {@code from} stand
 */
record Since(Instant from, List<Breach> breaches) {

    /** The whole history. */
    static final Since EVER = new Since(Instant.MIN, List.of());

    /** The breaches that stand, and those judged anew, as one. */
    Intervals with(List<Interval> anew) {
        List<Interval> all = new ArrayList<>(breaches.size() + anew.size());
        for (Breach it : breaches) {
            if (it.from().isBefore(from)) {
                boolean stands = it.to() != null && it.to().isBefore(from);
                all.add(new Interval(it.from(), stands ? it.to() : from));
            }
        }
        all.addAll(anew);
        return Intervals.of(all);
    }
}
