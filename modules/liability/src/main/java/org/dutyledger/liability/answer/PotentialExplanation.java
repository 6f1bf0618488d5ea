package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.amount;
import static org.dutyledger.liability.answer.Arithmetic.product;
import static org.dutyledger.liability.answer.Arithmetic.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.JudgedDamages.Driver;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.PotentialBasis;
import org.dutyledger.liability.damage.PotentialBasis.Estimated;
import org.dutyledger.liability.law.Rulebook;

/** Why the expected future harm is what it is: window by window, risk by risk (rules 56 to 58). */
final class PotentialExplanation {

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Grounds grounds;
    private final PotentialBasis basis;
    private final ServedOutputs outputs;

    PotentialExplanation(
            Assessment answer, Rulebook rulebook, Grounds grounds, PotentialBasis basis) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.grounds = grounds;
        this.basis = basis;
        this.outputs = new ServedOutputs(grounds, basis);
    }

    Explanation whole() {
        Potential it = answer.damages().potential();
        List<Explanation> means = new ArrayList<>();
        List<Explanation> variances = new ArrayList<>();
        basis.estimates().forEach((risk, estimate) -> risk(risk, estimate, means, variances));
        Explanation mean = sum("mean of all risks", "各风险均值之和", means);
        Explanation variance = sum("variance of all risks", "各风险方差之和", variances);
        List<Explanation> below = new ArrayList<>();
        below.add(
                amount(
                        "mean " + Figures.amount(it.mean()),
                        "均值" + Figures.amount(it.mean()),
                        it.mean(),
                        Operation.SUM,
                        mean));
        below.add(quantile("p10", it.p10(), Operation.P10, mean, variance));
        below.add(quantile("p50", it.p50(), Operation.P50, mean, variance));
        below.add(quantile("p90", it.p90(), Operation.P90, mean, variance));
        below.add(outputs.unwarned(new BigDecimal(it.outputsUnwarned())));
        below.add(outputs.unremedied(new BigDecimal(it.outputsUnremedied())));
        below.addAll(rule());
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

    /** What drives it: each risk with the two kinds of outputs, and what each adds to the mean. */
    List<Entry> byRisk() {
        return answer.damages().potential().byRisk().stream()
                .map(it -> Entry.of(driver(it), it.risk()))
                .toList();
    }

    private Explanation driver(Driver driver) {
        String risk = driver.risk();
        Estimated estimate = basis.estimates().get(risk);
        List<Explanation> below = new ArrayList<>();
        if (estimate != null) {
            RiskMoments moments = new RiskMoments(estimate);
            Explanation unremedied = outputs.unremedied(risk);
            Explanation unwarned = outputs.unwarned(risk);
            below.add(
                    part(
                            "of outputs unremedied",
                            "来自未补救输出",
                            driver.ofUnremedied(),
                            unremedied,
                            moments));
            below.add(
                    part("of outputs unwarned", "来自未警示输出", driver.ofUnwarned(), unwarned, moments));
            below.add(
                    part(
                            "both together",
                            "两者合计",
                            driver.mean(),
                            sum("outputs of both kinds", "两类输出之和", List.of(unremedied, unwarned)),
                            moments));
            below.add(
                    ServedOutputs.whole(
                            "outputs unremedied, whole",
                            "未补救输出（取整）",
                            new BigDecimal(driver.outputsUnremedied()),
                            unremedied));
            below.add(
                    ServedOutputs.whole(
                            "outputs unwarned, whole",
                            "未警示输出（取整）",
                            new BigDecimal(driver.outputsUnwarned()),
                            unwarned));
        }
        below.addAll(rule());
        below.addAll(grounds.about(risk));
        String mean = Figures.amount(driver.mean());
        return Explanation.of(
                "risk %s adds %s %s to the mean of the expected harm"
                        .formatted(risk, mean, rulebook.currency()),
                "风险%s使预期损害均值增加%s %s".formatted(risk, mean, rulebook.currency()),
                below);
    }

    private static Explanation part(
            String en, String zh, BigDecimal value, Explanation number, RiskMoments moments) {
        String shown = Figures.amount(value);
        return amount(
                en + " " + shown + " = outputs x harm rate x loss per harm",
                zh + shown + "＝输出×损害率×每次损害金额",
                value,
                Operation.PRODUCT,
                number,
                moments.rate(),
                moments.loss());
    }

    private List<Explanation> rule() {
        String rule = rulebook.damages().potential().rule();
        return rule == null ? List.of() : grounds.rule(rule);
    }

    private static Explanation quantile(
            String name, BigDecimal value, Operation by, Explanation mean, Explanation variance) {
        String shown = name + " " + Figures.amount(value);
        return amount(
                shown + ": lognormal of that mean and variance (rule 58)",
                shown + "：该均值与方差的对数正态分布（规则58）",
                value,
                by,
                mean,
                variance);
    }

    private void risk(
            String risk, Estimated estimate, List<Explanation> means, List<Explanation> variances) {
        RiskMoments moments = new RiskMoments(estimate);
        Explanation number = outputs.exposedTo(risk);
        means.add(
                product(
                        "mean of risk " + risk,
                        "风险" + risk + "的均值",
                        number,
                        moments.rate(),
                        moments.loss()));
        variances.add(
                product(
                        "variance of risk " + risk,
                        "风险" + risk + "的方差",
                        number,
                        number,
                        moments.variance()));
    }
}
