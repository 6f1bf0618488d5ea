package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/** Where two sets of stretches, each in order and disjoint, are not the same. */
final class Difference {

    private Difference() {}

    /** From the first instant in one of them alone to the last, null: they are the same. */
    static @Nullable Interval of(List<Interval> one, List<Interval> other) {
        int same = 0;
        int shorter = Math.min(one.size(), other.size());
        while (same < shorter && one.get(same).equals(other.get(same))) {
            same++;
        }
        return between(one.subList(same, one.size()), other.subList(same, other.size()));
    }

    /** As {@link #of}, of breaches. */
    static @Nullable Interval ofBreaches(List<Breach> one, List<Breach> other) {
        int same = Breaches.of(one).sameAs(other);
        return between(rest(one, same), rest(other, same));
    }

    private static List<Interval> rest(List<Breach> breaches, int same) {
        List<Interval> rest = new ArrayList<>(breaches.size() - same);
        for (int i = same; i < breaches.size(); i++) {
            rest.add(new Interval(breaches.get(i).from(), breaches.get(i).to()));
        }
        return rest;
    }

    private static @Nullable Interval between(List<Interval> one, List<Interval> other) {
        int mine = one.size();
        int theirs = other.size();
        while (mine > 0 && theirs > 0 && one.get(mine - 1).equals(other.get(theirs - 1))) {
            mine--;
            theirs--;
        }
        if (mine == 0 && theirs == 0) {
            return null;
        }
        if (mine == 0 || theirs == 0) {
            List<Interval> only = mine == 0 ? other.subList(0, theirs) : one.subList(0, mine);
            return new Interval(only.getFirst().from(), only.getLast().to());
        }
        return new Interval(
                start(one.getFirst(), other.getFirst()),
                end(one.get(mine - 1), other.get(theirs - 1)));
    }

    private static Instant start(Interval a, Interval b) {
        if (a.from().equals(b.from())) {
            Instant first = earlier(a.to(), b.to());
            return first == null ? a.from() : first;
        }
        return a.from().isBefore(b.from()) ? a.from() : b.from();
    }

    private static @Nullable Instant end(Interval a, Interval b) {
        Instant to = a.to();
        if (to == null || b.to() == null) {
            return to == null && b.to() == null ? later(a.from(), b.from()) : null;
        }
        return to.equals(b.to()) ? later(a.from(), b.from()) : later(to, b.to());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
