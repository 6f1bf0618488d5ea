package org.dutyledger.liability.history;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.jspecify.annotations.Nullable;

/** The closed windows of one version that stand (semantics rule 33). */
public final class CoverageWindows {

    private CoverageWindows() {}

    /** What makes a window the same window in another revision. */
    private record Window(
            Instant from,
            Instant to,
            @Nullable String surface,
            @Nullable String topic,
            @Nullable String locale) {}

    /** The latest revision of each window, of equal revisions the latest fact. */
    public static Collection<CoverageObserved> latest(List<Fact> facts) {
        Map<Window, CoverageObserved> latest = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof CoverageObserved it) {
                Window window =
                        new Window(it.from(), it.to(), it.surface(), it.topic(), it.locale());
                latest.merge(window, it, (a, b) -> b.revision() >= a.revision() ? b : a);
            }
        }
        return latest.values();
    }
}
