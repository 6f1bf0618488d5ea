package org.dutyledger.liability.damage;

import org.dutyledger.contract.FactData.Range;

/** Mean and variance of an uncertain amount, exact (rule 57). */
public record Moments(Ratio mean, Ratio variance) {

    static final Moments NONE = new Moments(Ratio.ZERO, Ratio.ZERO);

    private static final Ratio SIX = Ratio.of(6);

    /** Of a three-point estimate. */
    static Moments of(Range range) {
        Ratio low = Ratio.of(range.low());
        Ratio high = Ratio.of(range.high());
        Ratio likely = Ratio.of(range.likely());
        Ratio deviation = high.minus(low).over(SIX);
        return new Moments(
                low.plus(Ratio.of(4).times(likely)).plus(high).over(SIX),
                deviation.times(deviation));
    }

    /** Of the product of two that are independent. */
    Moments times(Moments other) {
        Ratio square = mean.times(mean);
        Ratio otherSquare = other.mean.times(other.mean);
        return new Moments(
                mean.times(other.mean),
                variance.plus(square)
                        .times(other.variance.plus(otherSquare))
                        .minus(square.times(otherSquare)));
    }

    /** Of so many at once. */
    Moments times(Ratio number) {
        return new Moments(number.times(mean), number.times(number).times(variance));
    }

    /** Of the sum of two that are independent. */
    Moments plus(Moments other) {
        return new Moments(mean.plus(other.mean), variance.plus(other.variance));
    }
}
