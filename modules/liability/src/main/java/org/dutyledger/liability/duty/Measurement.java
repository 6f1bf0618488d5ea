package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.dutyledger.contract.FactData.Counts;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.liability.law.Policy.RemedyEffective;
import org.jspecify.annotations.Nullable;

/** What a measurement says about a remedy (rule 23), compared exactly. */
final class Measurement {

    private Measurement() {}

    /**
     * Whether the remedy works.
     *
     * @param start of the run that was measured
     * @param at when it was measured
     * @return null: it says nothing
     */
    static @Nullable Boolean works(
            RemedyMeasured says, RemedyEffective limit, Instant start, Instant at) {
        Boolean within = within(says.before(), says.after(), limit.recurrence());
        if (within == null || !within) {
            return within;
        }
        Duration observed = says.window() != null ? says.window() : Duration.between(start, at);
        return observed.compareTo(limit.window()) >= 0 ? true : null;
    }

    /** Whether what recurs is at or below the limit, null: it cannot be said. */
    static @Nullable Boolean within(Counts before, Counts after, BigDecimal limit) {
        if (before.events() == 0 || before.outputs() == 0 || after.outputs() == 0) {
            return (after.events() == 0 && after.outputs() > 0) ? true : null;
        }
        BigDecimal recurs = product(after.events(), before.outputs());
        BigDecimal allowed = limit.multiply(product(before.events(), after.outputs()));
        return recurs.compareTo(allowed) <= 0;
    }

    private static BigDecimal product(long a, long b) {
        return BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b));
    }
}
