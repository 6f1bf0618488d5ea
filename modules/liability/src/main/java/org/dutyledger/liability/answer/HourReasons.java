package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.product;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.Consequences.Part;
import org.dutyledger.liability.damage.Consequences.Priced;
import org.dutyledger.liability.damage.PotentialBasis;
import org.dutyledger.liability.damage.PotentialBasis.Estimated;
import org.dutyledger.liability.law.Rulebook;

/** Why one more hour of an open duty costs what an answer says, or why nothing can be said. */
final class HourReasons {

    private static final Explanation COUNTED_ALREADY =
            Explanation.of(
                    "every risk of it with an estimate is unremedied: its outputs count under the duty to remedy",
                    "其有估计的风险均未补救：输出已计入补救义务");

    private final Assessment answer;
    private final Rulebook rulebook;
    private final DutyExplanation duties;
    private final PotentialBasis basis;
    private final ServedOutputs outputs;

    HourReasons(
            Assessment answer,
            Rulebook rulebook,
            Grounds grounds,
            DutyExplanation duties,
            PotentialBasis basis) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.duties = duties;
        this.basis = basis;
        this.outputs = new ServedOutputs(grounds, basis);
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        for (HourPrice it : answer.damages().consequences().oneMoreHour()) {
            Priced priced = it.priced();
            NotPriced not = it.notPriced();
            if (priced != null) {
                all.add(Entry.of(priced(it, priced), it.rule(), it.about()));
            } else if (not != null) {
                all.add(Entry.of(not(it, not), it.rule(), it.about()));
            }
        }
        return all;
    }

    private Explanation not(HourPrice price, NotPriced why) {
        return Explanation.of(
                "one more hour of delay under %s about %s has no price: %s"
                        .formatted(price.rule(), price.about(), why.says().en()),
                "%s（关于%s）再迟延一小时不能计价：%s".formatted(price.rule(), price.about(), why.says().zh()),
                duty(price));
    }

    private Explanation priced(HourPrice price, Priced priced) {
        String now = Figures.amount(priced.now());
        String due = Figures.amount(priced.afterDue());
        Explanation afterDue = afterDue(priced, due);
        List<Explanation> why = new ArrayList<>();
        if (priced.now().compareTo(priced.afterDue()) == 0) {
            why.add(
                    Explanation.of(
                                    "an hour that begins now: " + now + ", as after the deadline",
                                    "自现在起一小时：" + now + "，与期限届满后相同",
                                    afterDue)
                            .figure(priced.now(), Operation.SUM));
        } else {
            why.add(
                    Explanation.of(
                                    "an hour that begins now: "
                                            + now
                                            + ", for delay counts from the deadline on",
                                    "自现在起一小时：" + now + "，迟延自期限届满起计")
                            .figure(priced.now(), Operation.SUM));
            why.add(afterDue);
        }
        why.addAll(duty(price));
        return Explanation.of(
                "one more hour of delay under %s about %s adds %s %s to the mean of the expected harm now, %s after the deadline"
                        .formatted(price.rule(), price.about(), now, rulebook.currency(), due),
                "%s（关于%s）再迟延一小时，预期损害均值现增加%s %s，期限届满后增加%s"
                        .formatted(price.rule(), price.about(), now, rulebook.currency(), due),
                why);
    }

    private Explanation afterDue(Priced priced, String due) {
        List<Explanation> parts = priced.parts().stream().map(this::part).toList();
        return Explanation.of(
                        "an hour after the deadline: " + due,
                        "期限届满后一小时：" + due,
                        parts.isEmpty() ? List.of(COUNTED_ALREADY) : parts)
                .figure(priced.afterDue(), Operation.SUM);
    }

    private Explanation part(Part part) {
        Estimated estimate = basis.estimates().get(part.risk());
        if (estimate == null) {
            throw new IllegalStateException("priced without an estimate: " + part.risk());
        }
        RiskMoments moments = new RiskMoments(estimate);
        String amount = Figures.amount(part.amount());
        return product(
                "version %s by risk %s, %s: outputs in an hour x harm rate x loss per harm"
                        .formatted(part.version(), part.risk(), amount),
                "版本%s因风险%s，%s：每小时输出×损害率×每次损害金额".formatted(part.version(), part.risk(), amount),
                outputs.perHour(part.version(), part.counted().equals("unwarned")),
                moments.rate(),
                moments.loss());
    }

    /** The duty as it stands, with its rule and its facts. */
    private List<Explanation> duty(HourPrice price) {
        Explanation why = duties.of(price.rule(), price.about());
        return why == null ? List.of() : List.of(why);
    }
}
