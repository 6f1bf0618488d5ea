package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.EXACT;
import static org.dutyledger.liability.answer.Arithmetic.amount;
import static org.dutyledger.liability.answer.Arithmetic.difference;
import static org.dutyledger.liability.answer.Arithmetic.given;
import static org.dutyledger.liability.answer.Arithmetic.product;
import static org.dutyledger.liability.answer.Arithmetic.sum;
import static org.dutyledger.liability.answer.Arithmetic.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.PotentialBasis;
import org.dutyledger.liability.damage.PotentialBasis.Estimated;
import org.dutyledger.liability.damage.PotentialBasis.Served;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/** Why the expected future harm is what it is: window by window, risk by risk (rules 56 to 58). */
final class PotentialExplanation {

    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Grounds grounds;
    private final PotentialBasis basis;

    PotentialExplanation(
            Assessment answer,
            Rulebook rulebook,
            Policy policy,
            Grounds grounds,
            Knowledge knowledge) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.grounds = grounds;
        this.basis =
                new PotentialBasis(rulebook, policy, grounds.facts(), knowledge, answer.asOf());
    }

    Explanation whole() {
        Potential it = answer.damages().potential();
        List<Explanation> means = new ArrayList<>();
        List<Explanation> variances = new ArrayList<>();
        basis.estimates().forEach((risk, estimate) -> risk(risk, estimate, means, variances));
        Explanation mean = sum("mean of all risks", "各风险均值之和", means);
        Explanation variance = sum("variance of all risks", "各风险方差之和", variances);
        String spread = "%s: lognormal of that mean and variance (rule 58)";
        String spreadZh = "%s：该均值与方差的对数正态分布（规则58）";
        List<Explanation> below = new ArrayList<>();
        below.add(
                amount(
                        "mean " + Figures.amount(it.mean()),
                        "均值" + Figures.amount(it.mean()),
                        it.mean(),
                        Operation.SUM,
                        mean));
        below.add(quantile("p10", it.p10(), Operation.P10, spread, spreadZh, mean, variance));
        below.add(quantile("p50", it.p50(), Operation.P50, spread, spreadZh, mean, variance));
        below.add(quantile("p90", it.p90(), Operation.P90, spread, spreadZh, mean, variance));
        below.add(unwarned(new BigDecimal(it.outputsUnwarned())));
        below.add(unremedied(new BigDecimal(it.outputsUnremedied())));
        String rule = rulebook.damages().potential().rule();
        if (rule != null) {
            below.addAll(grounds.rule(rule));
        }
        below.addAll(grounds.those(fact -> fact.data() instanceof ModelReleased));
        return Explanation.of(
                "expected future harm of outputs served of %s under %s: mean %s, p10 %s, p50 %s, p90 %s %s"
                        .formatted(
                                answer.model(),
                                rulebook.id(),
                                Figures.amount(it.mean()),
                                Figures.amount(it.p10()),
                                Figures.amount(it.p50()),
                                Figures.amount(it.p90()),
                                rulebook.currency()),
                "%s在%s下已输出内容的预期未来损害：均值%s，p10 %s，p50 %s，p90 %s %s"
                        .formatted(
                                answer.model(),
                                rulebook.id(),
                                Figures.amount(it.mean()),
                                Figures.amount(it.p10()),
                                Figures.amount(it.p50()),
                                Figures.amount(it.p90()),
                                rulebook.currency()),
                below);
    }

    private static Explanation quantile(
            String name,
            BigDecimal value,
            Operation by,
            String en,
            String zh,
            Explanation mean,
            Explanation variance) {
        String shown = name + " " + Figures.amount(value);
        return amount(en.formatted(shown), zh.formatted(shown), value, by, mean, variance);
    }

    private void risk(
            String risk, Estimated estimate, List<Explanation> means, List<Explanation> variances) {
        Range rates = estimate.harmRate();
        Range losses = estimate.lossPerHarm();
        Fact fact = estimate.fact();
        Explanation number = number(risk);
        Explanation rate = threePoint("harm rate", "损害率", rates, fact);
        Explanation loss = threePoint("loss per harm", "每次损害金额", losses, fact);
        Explanation rateSpread = spread("harm rate", "损害率", rates, fact);
        Explanation lossSpread = spread("loss per harm", "每次损害金额", losses, fact);
        Explanation rateSquare = product("square of the mean harm rate", "损害率均值平方", rate, rate);
        Explanation lossSquare = product("square of the mean loss", "每次损害金额均值平方", loss, loss);
        Explanation each =
                difference(
                        "variance of one output",
                        "单次输出方差",
                        product(
                                "both second moments",
                                "二阶矩之积",
                                sum("of the harm rate", "损害率", List.of(rateSpread, rateSquare)),
                                sum("of the loss", "每次损害金额", List.of(lossSpread, lossSquare))),
                        product("both squares", "均值平方之积", rateSquare, lossSquare));
        means.add(product("mean of risk " + risk, "风险" + risk + "的均值", number, rate, loss));
        variances.add(
                product("variance of risk " + risk, "风险" + risk + "的方差", number, number, each));
    }

    /** {@code N}: outputs unremedied, and of the rest those unwarned. */
    private Explanation number(String risk) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.of(risk)) {
            BigDecimal share = it.share();
            Explanation open = given("share of its time unremedied", "未补救时间占比", share);
            Explanation rest =
                    given(
                            "share of its time remedied",
                            "其余时间占比",
                            BigDecimal.ONE.subtract(share, EXACT));
            windows.add(
                    sum(
                            window(it).en(),
                            window(it).zh(),
                            List.of(
                                    product(
                                            "unremedied",
                                            "未补救",
                                            given(
                                                    "outputs",
                                                    "输出",
                                                    BigDecimal.valueOf(it.outputs())),
                                            open),
                                    product(
                                            "unwarned",
                                            "未警示",
                                            given(
                                                    "outputs unwarned",
                                                    "未警示输出",
                                                    BigDecimal.valueOf(it.unwarned())),
                                            rest)),
                            coverage(it)));
        }
        return sum("outputs exposed to " + risk, "暴露于" + risk + "的输出", windows);
    }

    private Explanation unwarned(BigDecimal value) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.all()) {
            if (it.unwarned() > 0) {
                windows.add(
                        with(
                                Explanation.of(window(it).en(), window(it).zh(), coverage(it)),
                                BigDecimal.valueOf(it.unwarned()),
                                Operation.GIVEN));
            }
        }
        return with(Explanation.of("outputs unwarned", "未警示输出", windows), value, Operation.SUM);
    }

    private Explanation unremedied(BigDecimal value) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.all()) {
            if (it.open().signum() > 0) {
                windows.add(
                        product(
                                window(it).en(),
                                window(it).zh(),
                                given("outputs", "输出", BigDecimal.valueOf(it.outputs())),
                                given("share of its time unremedied", "未补救时间占比", it.share()),
                                coverage(it).isEmpty() ? null : coverage(it).getFirst()));
            }
        }
        return with(
                Explanation.of(
                        "outputs unremedied", "未补救输出", sum("of all windows", "各窗口合计", windows)),
                value,
                Operation.FLOOR);
    }

    private static Wording window(Served it) {
        return new Wording(
                "window of version %s, %s to %s".formatted(it.version(), it.from(), it.to()),
                "版本%s的窗口，%s至%s".formatted(it.version(), it.from(), it.to()));
    }

    private List<Explanation> coverage(Served window) {
        return grounds.those(fact ->
                fact.data() instanceof CoverageObserved it
                        && it.version().equals(window.version())
                        && it.from().equals(window.from())
                        && it.to().equals(window.to()));
    }

    private static Explanation threePoint(String en, String zh, Range range, Fact fact) {
        BigDecimal value =
                range.low()
                        .add(range.likely().multiply(BigDecimal.valueOf(4)))
                        .add(range.high())
                        .divide(SIX, EXACT);
        Explanation likely = given("likely", "可能值", range.likely());
        Explanation sum =
                sum(
                        "low + 4 x likely + high",
                        "低＋4×可能＋高",
                        List.of(
                                given("low", "低", range.low()),
                                product(
                                        "4 x likely",
                                        "4×可能",
                                        given("4", "4", BigDecimal.valueOf(4)),
                                        likely),
                                given("high", "高", range.high())));
        return with(
                Explanation.of(
                        "mean " + en, zh + "均值", sum, given("6", "6", SIX), FactWords.fact(fact)),
                value,
                Operation.QUOTIENT);
    }

    private static Explanation spread(String en, String zh, Range range, Fact fact) {
        Explanation width =
                difference(
                        "high - low",
                        "高－低",
                        given("high", "高", range.high()),
                        given("low", "低", range.low()));
        BigDecimal deviation = range.high().subtract(range.low()).divide(SIX, EXACT);
        Explanation one =
                with(
                        Explanation.of(
                                "deviation of the " + en,
                                zh + "标准差",
                                width,
                                given("6", "6", SIX),
                                FactWords.fact(fact)),
                        deviation,
                        Operation.QUOTIENT);
        return product("variance of the " + en, zh + "方差", one, one);
    }
}
