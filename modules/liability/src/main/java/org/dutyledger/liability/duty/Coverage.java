package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.liability.law.LanguageRange;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * What the windows of a version decide for one topic (rule 33).
 *
 * @param decided where a window decides
 * @param lacking where one of them falls short
 */
record Coverage(Intervals decided, Intervals lacking) {

    /** Whether a window decides on a topic, in a language if one is asked for. */
    static boolean decides(CoverageObserved window, String topic, @Nullable String language) {
        return window.outputs() > 0
                && (window.topic() == null || window.topic().equals(topic))
                && (window.locale() == null || LanguageRange.holds(language, window.locale()));
    }

    /** Whether too few of its answers carried the warning. */
    static boolean isShort(CoverageObserved window, BigDecimal least) {
        BigDecimal needed = least.multiply(BigDecimal.valueOf(window.outputs()));
        return BigDecimal.valueOf(window.warned()).compareTo(needed) < 0;
    }
}
