package org.dutyledger.liability.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of instants as sorted, disjoint, maximal half-open stretches; the last may be open. A
 * stretch of length 0 is none, and two that touch are one.
 *
 * @param list in order of time
 */
public record Intervals(List<Interval> list) {

    /** No instant at all. */
    public static final Intervals NONE = new Intervals(List.of());

    /** Brings any stretches, overlapping and in any order, into the one form of their union. */
    public static Intervals of(Collection<Interval> stretches) {
        if (stretches.isEmpty()) {
            return NONE;
        }
        List<Interval> sorted = sorted(stretches);
        if (sorted.size() < 2) {
            return sorted.isEmpty() ? NONE : new Intervals(List.copyOf(sorted));
        }
        List<Interval> merged = new ArrayList<>(sorted.size());
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !endsBefore(last, next.from())) {
                merged.set(
                        merged.size() - 1, new Interval(last.from(), later(last.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return new Intervals(List.copyOf(merged));
    }

    private static List<Interval> sorted(Collection<Interval> stretches) {
        List<Interval> sorted = new ArrayList<>(stretches.size());
        boolean inOrder = true;
        for (Interval next : stretches) {
            if (!isVoid(next)) {
                inOrder &= sorted.isEmpty() || !next.from().isBefore(sorted.getLast().from());
                sorted.add(next);
            }
        }
        if (!inOrder) {
            sorted.sort(Comparator.comparing(Interval::from));
        }
        return sorted;
    }

    /** One stretch; {@code to} null: open. */
    public static Intervals of(Instant from, @Nullable Instant to) {
        Interval stretch = new Interval(from, to);
        return isVoid(stretch) ? NONE : new Intervals(List.of(stretch));
    }

    /** Stretches that are in the one form already. */
    private static Intervals inForm(List<Interval> stretches) {
        return stretches.isEmpty() ? NONE : new Intervals(List.copyOf(stretches));
    }

    /** Whether there is no instant in it. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Whether {@code t} lies in one of the stretches. */
    public boolean contains(Instant t) {
        return at(t) != null;
    }

    /** The stretch that holds {@code t}, null: none. */
    public @Nullable Interval at(Instant t) {
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Interval stretch = list.get(middle);
            if (stretch.contains(t)) {
                return stretch;
            }
            if (t.isBefore(stretch.from())) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    /** The instants in either. */
    public Intervals union(Intervals other) {
        if (list.isEmpty() || other.list.isEmpty()) {
            return list.isEmpty() ? other : this;
        }
        List<Interval> all = new ArrayList<>(list);
        all.addAll(other.list);
        return of(all);
    }

    /** The instants in both. */
    public Intervals intersect(Intervals other) {
        if (list.isEmpty() || other.list.isEmpty()) {
            return NONE;
        }
        List<Interval> both = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < list.size() && theirs < other.list.size()) {
            Interval a = list.get(mine);
            Interval b = other.list.get(theirs);
            Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
            Interval common = new Interval(from, earlier(a.to(), b.to()));
            if (!isVoid(common)) {
                both.add(common);
            }
            if (a.to() == null || (b.to() != null && b.to().isBefore(a.to()))) {
                theirs++;
            } else {
                mine++;
            }
        }
        return inForm(both);
    }

    /** The instants of this one that are not in the other. */
    public Intervals minus(Intervals other) {
        if (list.isEmpty() || other.list.isEmpty()) {
            return this;
        }
        if (list.size() == 1) {
            return other.complement(list.getFirst().from(), list.getFirst().to());
        }
        List<Interval> left = new ArrayList<>();
        for (Interval stretch : list) {
            left.addAll(other.complement(stretch.from(), stretch.to()).list);
        }
        return inForm(left);
    }

    /** The instants of {@code [from, to)} that are not in this one; {@code to} null: open. */
    public Intervals complement(Instant from, @Nullable Instant to) {
        if (list.isEmpty()) {
            return of(from, to);
        }
        List<Interval> gaps = new ArrayList<>();
        @Nullable Instant cursor = from;
        for (int i = firstReaching(from); i < list.size(); i++) {
            Interval stretch = list.get(i);
            if (cursor == null || (to != null && !stretch.from().isBefore(to))) {
                break;
            }
            if (stretch.from().isAfter(cursor)) {
                gaps.add(new Interval(cursor, stretch.from()));
            }
            cursor = later(cursor, stretch.to());
        }
        if (cursor != null && (to == null || cursor.isBefore(to))) {
            gaps.add(new Interval(cursor, to));
        }
        return inForm(gaps);
    }

    /** The first stretch that ends at or after {@code t}. */
    private int firstReaching(Instant t) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endsBefore(list.get(middle), t)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The instants before {@code t}; nothing stays open. */
    public Intervals before(Instant t) {
        List<Interval> kept = new ArrayList<>();
        for (Interval stretch : list) {
            kept.add(new Interval(stretch.from(), earlier(stretch.to(), t)));
        }
        return of(kept);
    }

    /** The instants at or after {@code t}. */
    public Intervals from(Instant t) {
        return list.isEmpty() || !list.getFirst().from().isBefore(t)
                ? this
                : intersect(of(t, null));
    }

    /** The first instant in it, null: none. */
    public @Nullable Instant start() {
        return list.isEmpty() ? null : list.getFirst().from();
    }

    private static boolean isVoid(Interval stretch) {
        return stretch.to() != null && !stretch.from().isBefore(stretch.to());
    }

    private static boolean endsBefore(Interval stretch, Instant t) {
        return stretch.to() != null && stretch.to().isBefore(t);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) {
            return b;
        }
        return b == null || a.isBefore(b) ? a : b;
    }
}
