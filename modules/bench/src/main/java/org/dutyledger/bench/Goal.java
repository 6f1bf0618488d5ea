package org.dutyledger.bench;

/**
 * What a row of the performance goals asks for.
 *
 * @param row such as {@code 1a}
 * @param floor must hold on every commit
 * @param goal what the product claims
 * @param atLeast whether the ratio should be at least the goal; else at most
 */
record Goal(String row, double floor, double goal, boolean atLeast) {

    /** Reached at the median, missed even at the best pair, else open. */
    String verdict(Samples ratio) {
        if (holds(ratio.median(), goal)) {
            return "reached";
        }
        return holds(atLeast ? ratio.max() : ratio.min(), goal) ? "open" : "missed";
    }

    /** Whether the floor holds at the median. */
    boolean floorHolds(Samples ratio) {
        return holds(ratio.median(), floor);
    }

    private boolean holds(double value, double limit) {
        return atLeast ? value >= limit : value <= limit;
    }
}
