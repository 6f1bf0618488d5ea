package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** Statements whose figures are worked out of those below them, to 34 digits. */
final class Arithmetic {

    static final MathContext EXACT = MathContext.DECIMAL128;

    private static final MathContext SHOWN = new MathContext(12);
    private static final int DECIMALS = 6;
    private static final int CENTS = 2;

    private Arithmetic() {}

    private static BigDecimal value(Explanation it) {
        Explanation.Figure figure = it.figure();
        if (figure == null) {
            throw new IllegalArgumentException("no figure: " + it.says().en());
        }
        return figure.value();
    }

    static Explanation given(String en, String zh, BigDecimal value) {
        return with(Explanation.of(en, zh), value, Operation.GIVEN);
    }

    static Explanation sum(String en, String zh, List<Explanation> operands) {
        return sum(en, zh, operands, List.of());
    }

    static Explanation sum(
            String en, String zh, List<Explanation> operands, List<Explanation> facts) {
        BigDecimal value = BigDecimal.ZERO;
        for (Explanation it : operands) {
            value = value.add(value(it), EXACT);
        }
        List<Explanation> below = new ArrayList<>(operands);
        below.addAll(facts);
        return with(Explanation.of(en, zh, below), value, Operation.SUM);
    }

    static Explanation product(String en, String zh, @Nullable Explanation... operands) {
        BigDecimal value = BigDecimal.ONE;
        for (Explanation it : operands) {
            value = it == null || it.figure() == null ? value : value.multiply(value(it), EXACT);
        }
        return with(Explanation.of(en, zh, operands), value, Operation.PRODUCT);
    }

    static Explanation difference(String en, String zh, Explanation one, Explanation other) {
        return with(
                Explanation.of(en, zh, one, other),
                value(one).subtract(value(other), EXACT),
                Operation.DIFFERENCE);
    }

    /** The first over the second, which is not 0. */
    static Explanation quotient(
            String en, String zh, Explanation one, Explanation other, Explanation... facts) {
        List<Explanation> below = new ArrayList<>(List.of(one, other));
        below.addAll(List.of(facts));
        return with(
                Explanation.of(en, zh, below),
                value(one).divide(value(other), EXACT),
                Operation.QUOTIENT);
    }

    static Explanation amount(
            String en, String zh, BigDecimal value, Operation by, Explanation... operands) {
        return Explanation.of(en, zh, operands).figure(value, by);
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** A figure, shown after its name; of one with many decimals its first digits. */
    static Explanation with(Explanation it, BigDecimal value, Operation by) {
        BigDecimal whole = value.scale() == CENTS ? value : plain(value);
        BigDecimal brief = whole.scale() > DECIMALS ? whole.round(SHOWN) : whole;
        boolean cut = brief.compareTo(whole) != 0;
        String shown = brief.toPlainString();
        return new Explanation(
                        new Wording(
                                it.says().en() + (cut ? " ≈ " : " = ") + shown,
                                it.says().zh() + (cut ? "≈" : "＝") + shown),
                        it.ground(),
                        null,
                        it.because())
                .figure(value, by);
    }
}
