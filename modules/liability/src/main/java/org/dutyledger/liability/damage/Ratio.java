package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact fraction, in lowest terms, its denominator above 0. */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);
    static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    static Ratio of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("fraction with denominator 0");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger unit = denominator.signum() < 0 ? common.negate() : common;
        return new Ratio(numerator.divide(unit), denominator.divide(unit));
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(BigInteger whole) {
        return new Ratio(whole, BigInteger.ONE);
    }

    static Ratio of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
                : of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    Ratio plus(Ratio other) {
        return denominator.equals(other.denominator)
                ? of(numerator.add(other.numerator), denominator)
                : of(
                        numerator
                                .multiply(other.denominator)
                                .add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio times(Ratio other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio over(Ratio other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** As a decimal, without zeros at its end. */
    BigDecimal decimal(MathContext precision) {
        BigDecimal decimal =
                new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), precision)
                        .stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The greatest whole number at or below. */
    BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
