package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * The coverage windows of the versions, by the day on which they begin, so that one more window
 * costs no walk through those before.
 */
final class CoverageBook {

    /**
     * What a rule wants to know of windows.
     *
     * @param least share of the outputs that must carry the warning
     */
    record Lens(String topic, @Nullable String language, BigDecimal least) {}

    private final Map<String, Days> versions = new HashMap<>();

    /**
     * Takes a window in that is in the history as of now.
     *
     * @return whether it is a window of its own, no other revision of one that is known
     */
    boolean add(Fact fact) {
        return fact.data() instanceof CoverageObserved says
                && versions.computeIfAbsent(says.version(), v -> new Days()).add(fact, says);
    }

    /** Takes a window out that was found to be wrong. */
    void remove(Fact fact) {
        if (fact.data() instanceof CoverageObserved says) {
            Days days = versions.get(says.version());
            if (days != null) {
                days.remove(fact, says);
            }
        }
    }

    /** What the windows decide from {@code t} on; before, nothing is said. */
    Coverage from(Instant t, String version, Lens lens) {
        List<Interval> decided = new ArrayList<>();
        List<Interval> lacking = new ArrayList<>();
        Days days = versions.get(version);
        if (days != null) {
            for (Day day : days.reaching(t)) {
                Day.Seen seen = day.through(lens);
                seen.decided.addAfter(t, decided);
                seen.lacking.addAfter(t, lacking);
            }
        }
        return new Coverage(Intervals.of(decided), Intervals.of(lacking));
    }

    /** The windows of one version. */
    private static final class Days {
        private final NavigableMap<Instant, Day> days = new TreeMap<>();
        private Duration longest = Duration.ZERO;

        boolean add(Fact fact, CoverageObserved says) {
            Duration length = Duration.between(says.from(), says.to());
            longest = length.compareTo(longest) > 0 ? length : longest;
            return days.computeIfAbsent(dayOf(says), d -> new Day()).add(fact, says);
        }

        void remove(Fact fact, CoverageObserved says) {
            Instant begins = dayOf(says);
            Day day = days.get(begins);
            if (day != null && day.remove(fact, says)) {
                days.remove(begins);
            }
        }

        /** The days that can have a window that ends after {@code t}. */
        Collection<Day> reaching(Instant t) {
            if (t.equals(Instant.MIN)) {
                return days.values();
            }
            Instant first = t.minus(longest).truncatedTo(ChronoUnit.DAYS);
            return days.tailMap(first, true).values();
        }

        private static Instant dayOf(CoverageObserved says) {
            return says.from().truncatedTo(ChronoUnit.DAYS);
        }
    }

    /** The windows that begin on one day. */
    private static final class Day {
        /** What makes a window the same window in another revision. */
        private record Window(
                Instant from,
                Instant to,
                @Nullable String surface,
                @Nullable String topic,
                @Nullable String locale) {}

        /** Stretches as a rule sees them. */
        private static final class Seen {
            final Spans decided = new Spans();
            final Spans lacking = new Spans();

            void add(CoverageObserved says, Lens lens) {
                if (Coverage.decides(says, lens.topic(), lens.language())) {
                    decided.add(says.from(), says.to());
                    if (Coverage.isShort(says, lens.least())) {
                        lacking.add(says.from(), says.to());
                    }
                }
            }
        }

        private final Map<Window, List<Fact>> windows = new HashMap<>();
        private final Map<Lens, Seen> seen = new HashMap<>();

        boolean add(Fact fact, CoverageObserved says) {
            List<Fact> before = windows.putIfAbsent(key(says), List.of(fact));
            if (before == null) {
                seen.forEach((lens, it) -> it.add(says, lens));
                return true;
            }
            List<Fact> revisions = new ArrayList<>(before);
            revisions.add(fact);
            windows.put(key(says), List.copyOf(revisions));
            seen.clear();
            return false;
        }

        /** Whether no window is left. */
        boolean remove(Fact fact, CoverageObserved says) {
            List<Fact> before = windows.getOrDefault(key(says), List.of());
            List<Fact> revisions = new ArrayList<>(before);
            if (revisions.remove(fact)) {
                if (revisions.isEmpty()) {
                    windows.remove(key(says));
                } else {
                    windows.put(key(says), List.copyOf(revisions));
                }
                seen.clear();
            }
            return windows.isEmpty();
        }

        Seen through(Lens lens) {
            Seen known = seen.get(lens);
            if (known == null) {
                Seen fresh = new Seen();
                windows.values().forEach(it -> fresh.add(latest(it), lens));
                seen.put(lens, fresh);
                known = fresh;
            }
            return known;
        }

        /** The latest revision, of equal ones the latest fact (rule 33). */
        private static CoverageObserved latest(List<Fact> revisions) {
            Fact last = revisions.getFirst();
            for (Fact it : revisions) {
                int compared = Long.compare(revision(it), revision(last));
                if (compared > 0 || (compared == 0 && Fact.ORDER.compare(it, last) > 0)) {
                    last = it;
                }
            }
            return (CoverageObserved) last.data();
        }

        private static long revision(Fact fact) {
            return ((CoverageObserved) fact.data()).revision();
        }

        private static Window key(CoverageObserved it) {
            return new Window(it.from(), it.to(), it.surface(), it.topic(), it.locale());
        }
    }
}
