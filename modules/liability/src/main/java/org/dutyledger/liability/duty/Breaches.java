package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.dutyledger.contract.Duty.Breach;
import org.jspecify.annotations.Nullable;

/**
 * The breaches of a duty, in order. What stands of them is shared from one verdict to the next, so
 * that to judge the end of a long history, and to see that the rest is the same, costs no walk
 * through it.
 */
final class Breaches extends AbstractList<Breach> implements RandomAccess {

    /** Only grows; each that shares it looks at as many as stood when it was made. */
    private static final class Log {
        private final List<Breach> all = new ArrayList<>();

        Log first(int count) {
            Log copy = new Log();
            copy.all.addAll(all.subList(0, count));
            return copy;
        }
    }

    private final Log shared;
    private final int standing;
    private final List<Breach> rest;

    private Breaches(Log shared, int standing, List<Breach> rest) {
        this.shared = shared;
        this.standing = standing;
        this.rest = rest;
    }

    static Breaches of(List<Breach> breaches) {
        return breaches instanceof Breaches it
                ? it
                : new Breaches(new Log(), 0, List.copyOf(breaches));
    }

    /** The first {@code stand} of these, then others. */
    Breaches then(int stand, List<Breach> others) {
        Log log = shared;
        for (int i = standing; i < stand; i++) {
            Breach it = get(i);
            if (i < log.all.size() && !log.all.get(i).equals(it)) {
                log = log.first(i);
            }
            if (i == log.all.size()) {
                log.all.add(it);
            }
        }
        return new Breaches(log, stand, List.copyOf(others));
    }

    /** How many end before {@code t}. */
    int before(Instant t) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Instant to = get(middle).to();
            if (to != null && to.isBefore(t)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * These as of the end {@code since} of the last that stands, then others; null: none stands.
     */
    Breaches then(@Nullable Instant since, List<Breach> others) {
        return then(since == null ? 0 : before(since.plusNanos(1)), others);
    }

    /** How many at the beginning are those of another list too. */
    int sameAs(List<Breach> other) {
        int same =
                other instanceof Breaches it && it.shared == shared
                        ? Math.min(standing, it.standing)
                        : 0;
        int end = Math.min(size(), other.size());
        while (same < end && get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    @Override
    public Breach get(int index) {
        return index < standing ? shared.all.get(index) : rest.get(index - standing);
    }

    @Override
    public int size() {
        return standing + rest.size();
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof Breaches it && it.shared == shared) {
            int size = size();
            return it.size() == size && sameAs(it) == size;
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
