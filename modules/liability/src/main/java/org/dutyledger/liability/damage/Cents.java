package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Rounds money, here and nowhere else: to two decimals, half up (semantics rule 44). */
final class Cents {

    static final BigDecimal NONE = new BigDecimal("0.00");

    private Cents() {}

    static BigDecimal of(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal of(Ratio exact) {
        return new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), 2, RoundingMode.HALF_UP);
    }

    static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(NONE, BigDecimal::add);
    }
}
