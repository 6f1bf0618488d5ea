package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
