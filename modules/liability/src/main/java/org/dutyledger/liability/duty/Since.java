package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * From when a duty must be judged anew: a fact changes nothing before its own time.
 *
 * @param from {@link Instant#MIN}: from the beginning
 * @param breaches as they were judged before
 * @param standing how many of those end before {@code from}, and stand
 */
record Since(Instant from, Breaches breaches, int standing) {

    /** The whole history. */
    static final Since EVER = of(Instant.MIN, List.of());

    static Since of(Instant from, List<Breach> breaches) {
        Breaches all = Breaches.of(breaches);
        return new Since(from, all, all.before(from));
    }

    /** When the last breach that stands ended, null: none stands. */
    @Nullable Instant lastStanding() {
        return standing == 0 ? null : breaches.get(standing - 1).to();
    }

    /** What was judged anew and does not end before {@code from}, with what reaches there. */
    Intervals rest(List<Interval> anew) {
        List<Interval> all = new ArrayList<>(anew.size() + 1);
        for (int i = standing; i < breaches.size() && breaches.get(i).from().isBefore(from); i++) {
            all.add(new Interval(breaches.get(i).from(), from));
        }
        for (Interval it : anew) {
            if (it.to() == null || !it.to().isBefore(from)) {
                all.add(it);
            }
        }
        return Intervals.of(all);
    }

    /** All breaches: those that stand, then the rest. */
    List<Breach> with(List<Breach> rest) {
        return standing == 0 ? List.copyOf(rest) : breaches.then(standing, rest);
    }
}
