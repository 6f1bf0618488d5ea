package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * What the windows of a version decide for one topic (rule 33).
 *
 * @param decided where a window decides
 * @param lacking where one of them falls short
 */
record Coverage(Intervals decided, Intervals lacking) {

    /** What makes a window the same window in another revision. */
    private record Window(
            Instant from,
            Instant to,
            @Nullable String surface,
            @Nullable String topic,
            @Nullable String locale) {}

    /** The latest revision of each window, of equal revisions the latest fact. */
    static Collection<CoverageObserved> latest(List<Fact> facts) {
        Map<Window, CoverageObserved> latest = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof CoverageObserved it) {
                Window window =
                        new Window(it.from(), it.to(), it.surface(), it.topic(), it.locale());
                latest.merge(window, it, (a, b) -> b.revision() >= a.revision() ? b : a);
            }
        }
        return latest.values();
    }

    static Coverage of(
            Collection<CoverageObserved> windows,
            String topic,
            @Nullable String language,
            BigDecimal least) {
        List<Interval> decided = new ArrayList<>();
        List<Interval> lacking = new ArrayList<>();
        for (CoverageObserved it : windows) {
            if (it.outputs() > 0
                    && (it.topic() == null || it.topic().equals(topic))
                    && (it.locale() == null || Notices.inLanguage(it.locale(), language))) {
                Interval span = new Interval(it.from(), it.to());
                decided.add(span);
                if (isShort(it, least)) {
                    lacking.add(span);
                }
            }
        }
        return new Coverage(Intervals.of(decided), Intervals.of(lacking));
    }

    static boolean isShort(CoverageObserved window, BigDecimal least) {
        BigDecimal needed = least.multiply(BigDecimal.valueOf(window.outputs()));
        return BigDecimal.valueOf(window.warned()).compareTo(needed) < 0;
    }
}
