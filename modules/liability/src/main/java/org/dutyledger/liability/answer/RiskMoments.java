package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.difference;
import static org.dutyledger.liability.answer.Arithmetic.given;
import static org.dutyledger.liability.answer.Arithmetic.product;
import static org.dutyledger.liability.answer.Arithmetic.quotient;
import static org.dutyledger.liability.answer.Arithmetic.sum;

import java.math.BigDecimal;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.liability.damage.PotentialBasis.Estimated;

/** Mean and variance of what one output comes to, by a three-point estimate (rule 57). */
final class RiskMoments {

    private static final BigDecimal SIX = BigDecimal.valueOf(6);
    private static final String RATE = "harm rate";
    private static final String RATE_ZH = "损害率";
    private static final String LOSS = "loss per harm";
    private static final String LOSS_ZH = "每次损害金额";

    private final Estimated estimate;

    RiskMoments(Estimated estimate) {
        this.estimate = estimate;
    }

    /** Harms in one output. */
    Explanation rate() {
        return mean(RATE, RATE_ZH, estimate.harmRate());
    }

    /** What each harm comes to. */
    Explanation loss() {
        return mean(LOSS, LOSS_ZH, estimate.lossPerHarm());
    }

    /** Of one output. */
    Explanation variance() {
        Explanation rate = rate();
        Explanation loss = loss();
        Explanation rateSquare = product("square of the mean harm rate", "损害率均值平方", rate, rate);
        Explanation lossSquare = product("square of the mean loss", "每次损害金额均值平方", loss, loss);
        return difference(
                "variance of one output",
                "单次输出方差",
                product(
                        "both second moments",
                        "二阶矩之积",
                        sum(
                                "of the harm rate",
                                RATE_ZH,
                                List.of(variance(RATE, RATE_ZH, estimate.harmRate()), rateSquare)),
                        sum(
                                "of the loss",
                                LOSS_ZH,
                                List.of(
                                        variance(LOSS, LOSS_ZH, estimate.lossPerHarm()),
                                        lossSquare))),
                product("both squares", "均值平方之积", rateSquare, lossSquare));
    }

    private Explanation fact() {
        Fact fact = estimate.fact();
        return FactWords.fact(fact);
    }

    private Explanation mean(String en, String zh, Range range) {
        Explanation sum =
                sum(
                        "low + 4 x likely + high",
                        "低＋4×可能＋高",
                        List.of(
                                given("low", "低", range.low()),
                                product(
                                        "4 x likely",
                                        "4×可能",
                                        given("factor", "系数", BigDecimal.valueOf(4)),
                                        given("likely", "可能", range.likely())),
                                given("high", "高", range.high())));
        return quotient("mean " + en, zh + "均值", sum, given("divisor", "除数", SIX), fact());
    }

    private Explanation variance(String en, String zh, Range range) {
        Explanation width =
                difference(
                        "high - low",
                        "高－低",
                        given("high", "高", range.high()),
                        given("low", "低", range.low()));
        Explanation deviation =
                quotient(
                        "deviation of the " + en,
                        zh + "标准差",
                        width,
                        given("divisor", "除数", SIX),
                        fact());
        return product("variance of the " + en, zh + "方差", deviation, deviation);
    }
}
