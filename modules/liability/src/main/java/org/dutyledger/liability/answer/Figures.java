package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.math.MathContext;
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
        return nanos(length).divide(NANOS_PER_HOUR, 1, RoundingMode.HALF_UP);
    }

    /** The length in hours, to 34 digits. */
    static BigDecimal exactHours(Duration length) {
        return hours(nanos(length));
    }

    /** So many nanoseconds in hours, to 34 digits. */
    static BigDecimal hours(BigDecimal nanos) {
        return nanos.divide(NANOS_PER_HOUR, MathContext.DECIMAL128);
    }

    /** The length in hours as a text, without zeros at its end. */
    static String plainHours(Duration length) {
        BigDecimal hours = hours(length);
        return hours.signum() == 0 ? "0" : hours.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal nanos(Duration length) {
        return BigDecimal.valueOf(length.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigDecimal.valueOf(length.getNano()));
    }

    /** An amount with two decimals, HALF_UP. */
    static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
