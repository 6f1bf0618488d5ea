package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.sum;
import static org.dutyledger.liability.answer.Arithmetic.with;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.history.CoverageWindows;
import org.dutyledger.liability.law.Wording;
import org.dutyledger.liability.quality.Quality;
import org.dutyledger.liability.quality.Quality.Coverage;
import org.dutyledger.liability.quality.Quality.Criterion;
import org.dutyledger.liability.quality.Quality.Kept;

/** Why each part of a version's quality is as an answer says. */
final class QualityReasons {

    private final Assessment answer;
    private final Grounds grounds;
    private final DutyExplanation duties;

    QualityReasons(Assessment answer, Grounds grounds, DutyExplanation duties) {
        this.answer = answer;
        this.grounds = grounds;
        this.duties = duties;
    }

    List<Entry> all() {
        return answer.quality().stream()
                .map(it -> Entry.of(quality(it), it.version(), it.rule()))
                .toList();
    }

    private Explanation quality(Quality quality) {
        List<Explanation> why = new ArrayList<>(grounds.rule(quality.rule()));
        quality.criteria().forEach(it -> why.add(criterion(it)));
        quality.missing()
                .forEach(it -> {
                    Wording words = Terms.of(it);
                    why.add(
                            Explanation.of(
                                    words.en() + ": nobody assessed it", words.zh() + "：无人评估"));
                });
        why.add(
                record(
                        new Wording("the record of warning", "警示义务的履行记录"),
                        quality.warning(),
                        coverage(quality)));
        why.add(
                record(
                        new Wording(
                                "the record of remedying the risks that affect it",
                                "对影响该版本的风险的补救义务履行记录"),
                        quality.remediation(),
                        List.of()));
        why.addAll(grounds.about(quality.version()));
        return Explanation.of(
                "quality of version %s by %s, part by part; no law weighs them, so none is summed"
                        .formatted(quality.version(), quality.rule()),
                "版本%s依%s的质量，逐项列示；法律未定权重，不合计".formatted(quality.version(), quality.rule()),
                why);
    }

    private Explanation criterion(Criterion it) {
        Wording words = Terms.of(it.criterion());
        String value = it.value().toPlainString();
        return Explanation.of(
                        "%s %s of 1%s%s, assessed %s"
                                .formatted(
                                        words.en(),
                                        value,
                                        it.standard() == null ? "" : " by " + it.standard(),
                                        it.assessor() == null ? "" : " (" + it.assessor() + ")",
                                        it.at()),
                        "%s %s（满值1）%s%s，评估于%s"
                                .formatted(
                                        words.zh(),
                                        value,
                                        it.standard() == null ? "" : "，依" + it.standard(),
                                        it.assessor() == null ? "" : "，由" + it.assessor() + "评估",
                                        it.at()),
                        grounds.those(fact -> fact.id().equals(it.fact())))
                .figure(it.value(), Operation.GIVEN);
    }

    private Explanation record(Wording of, List<Kept> kept, List<Explanation> more) {
        List<Explanation> below = new ArrayList<>(more);
        kept.stream()
                .map(it -> duties.kept(it.rule(), it.about()))
                .filter(Objects::nonNull)
                .forEach(below::add);
        return below.isEmpty()
                ? Explanation.of(of.en() + ": nothing on record", of.zh() + "：无记录")
                : Explanation.of(of.en() + ":", of.zh() + "：", below);
    }

    private List<Explanation> coverage(Quality quality) {
        Coverage coverage = quality.coverage();
        if (coverage == null) {
            return List.of();
        }
        List<Fact> observed =
                grounds.facts().stream()
                        .filter(fact ->
                                fact.data() instanceof CoverageObserved it
                                        && it.version().equals(quality.version()))
                        .toList();
        Collection<CoverageObserved> standing = CoverageWindows.latest(observed);
        List<Fact> windows = observed.stream().filter(it -> standing.contains(it.data())).toList();
        return List.of(
                counted(
                        new Wording("outputs observed", "已观测输出"),
                        coverage.outputs(),
                        windows,
                        CoverageObserved::outputs),
                counted(
                        new Wording("of these warned", "其中有警示"),
                        coverage.warned(),
                        windows,
                        CoverageObserved::warned));
    }

    private static Explanation counted(
            Wording of, BigInteger value, List<Fact> windows, ToLongFunction<CoverageObserved> by) {
        List<Explanation> each = new ArrayList<>();
        for (Fact fact : windows) {
            if (fact.data() instanceof CoverageObserved it) {
                each.add(
                        with(
                                FactWords.fact(fact),
                                BigDecimal.valueOf(by.applyAsLong(it)),
                                Operation.GIVEN));
            }
        }
        return sum(of.en(), of.zh(), each).figure(new BigDecimal(value), Operation.SUM);
    }
}
