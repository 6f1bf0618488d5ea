package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.liability.time.Interval;

/** A growing union of stretches; one more costs the logarithm of how many there are. */
final class Spans {

    private final TreeMap<Instant, Instant> ends = new TreeMap<>();

    void add(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        Instant start = from;
        Instant end = to;
        Map.Entry<Instant, Instant> before = ends.floorEntry(from);
        if (before != null && !before.getValue().isBefore(from)) {
            start = before.getKey();
            end = later(end, before.getValue());
        }
        Map.Entry<Instant, Instant> next = ends.ceilingEntry(start);
        while (next != null && !next.getKey().isAfter(end)) {
            end = later(end, next.getValue());
            ends.remove(next.getKey());
            next = ends.ceilingEntry(start);
        }
        ends.put(start, end);
    }

    /** Adds those that reach beyond {@code t} to a list. */
    void addAfter(Instant t, List<Interval> to) {
        Instant first = ends.floorKey(t);
        for (var it : (first == null ? ends : ends.tailMap(first, true)).entrySet()) {
            if (it.getValue().isAfter(t)) {
                to.add(new Interval(it.getKey(), it.getValue()));
            }
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
