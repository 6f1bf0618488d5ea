package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Numbers as answers and explanations show them (semantics rule 59). */
final class Figures {

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);

    private Figures() {}

    /** Hours from one instant to the other, HALF_UP to one decimal. */
    static BigDecimal hours(Instant from, Instant to) {
        return hours(Duration.between(from, to));
    }

    /** The length in hours, HALF_UP to one decimal. */
    static BigDecimal hours(Duration length) {
        BigDecimal nanos =
                BigDecimal.valueOf(length.getSeconds())
                        .multiply(NANOS_PER_SECOND)
                        .add(BigDecimal.valueOf(length.getNano()));
        return nanos.divide(NANOS_PER_HOUR, 1, RoundingMode.HALF_UP);
    }

    /** An amount with two decimals, HALF_UP. */
    static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
