package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A spread around a mean: the lognormal with the same mean and variance (rule 58). The one place
 * where doubles stand for money, since the rule asks for them; the mean itself stays exact.
 */
record Lognormal(BigDecimal p10, BigDecimal p50, BigDecimal p90) {

    private static final double Z90 = 1.2815515655446004;

    static Lognormal of(Ratio mean, Ratio variance) {
        if (mean.isZero()) {
            return new Lognormal(Cents.NONE, Cents.NONE, Cents.NONE);
        }
        double spread = 1 + toDouble(variance.over(mean.times(mean)));
        double s = StrictMath.sqrt(StrictMath.log(spread));
        double median = toDouble(mean) / StrictMath.sqrt(spread);
        return new Lognormal(
                cents(median * StrictMath.exp(-Z90 * s)),
                cents(median),
                cents(median * StrictMath.exp(Z90 * s)));
    }

    private static double toDouble(Ratio exact) {
        return new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigDecimal cents(double amount) {
        return Cents.of(new BigDecimal(amount));
    }
}
