package org.dutyledger.contract;

import java.math.BigDecimal;

/**
 * Realised exposure in one currency (contract, section 4), each in three scenarios.
 *
 * @param expanded a part of {@code compensatory}
 */
public record Exposure(
        String currency, Scenarios compensatory, Scenarios expanded, Scenarios punitive) {

    /** Compensatory and punitive. */
    public Scenarios total() {
        return compensatory.plus(punitive);
    }

    /** Open questions answered against the claimant, by default, and for the claimant. */
    public record Scenarios(BigDecimal low, BigDecimal likely, BigDecimal high) {
        /** The sum, scenario by scenario. */
        public Scenarios plus(Scenarios other) {
            return new Scenarios(
                    low.add(other.low), likely.add(other.likely), high.add(other.high));
        }
    }
}
