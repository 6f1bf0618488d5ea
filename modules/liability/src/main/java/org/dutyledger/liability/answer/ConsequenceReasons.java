package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.given;
import static org.dutyledger.liability.answer.Arithmetic.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.Consequences.Causation;
import org.dutyledger.liability.damage.Consequences.Cause;
import org.dutyledger.liability.damage.Consequences.Cost;
import org.dutyledger.liability.damage.Consequences.PenaltyRange;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.law.ConsequenceRules.Penalty;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;

/** Why penalties, costs of acting and causes are as an answer says. */
final class ConsequenceReasons {

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Grounds grounds;
    private final DutyExplanation duties;

    ConsequenceReasons(
            Assessment answer, Rulebook rulebook, Grounds grounds, DutyExplanation duties) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.grounds = grounds;
        this.duties = duties;
    }

    List<Entry> penalties() {
        List<Entry> all = new ArrayList<>();
        for (PenaltyRange it : answer.damages().consequences().penalties()) {
            for (Penalty rule : rulebook.consequences().penalties()) {
                if (rule.citation().rule().equals(it.rule())) {
                    all.add(Entry.of(penalty(it, rule), it.rule()));
                }
            }
        }
        return all;
    }

    private Explanation penalty(PenaltyRange penalty, Penalty rule) {
        List<Explanation> why = new ArrayList<>();
        why.add(LawWords.rule(rule.citation()));
        why.add(given("at least", "最低", penalty.low()));
        why.add(most(penalty, rule));
        why.addAll(unstated(rule));
        why.addAll(classes(rule));
        penalty.breached()
                .forEach(it -> {
                    Explanation kept = duties.kept(it.rule(), it.about());
                    if (kept != null) {
                        why.add(kept);
                    }
                });
        String low = Figures.amount(penalty.low());
        String high = Figures.amount(penalty.high());
        return Explanation.of(
                "penalty under %s, in the discretion of authority or court and apart from damages: %s to %s %s"
                        .formatted(penalty.rule(), low, high, rulebook.currency()),
                "%s规定的处罚（由主管机关或者法院裁量，不计入损害赔偿）：%s至%s %s"
                        .formatted(penalty.rule(), low, high, rulebook.currency()),
                why);
    }

    private static Explanation most(PenaltyRange penalty, Penalty rule) {
        List<Explanation> operands = new ArrayList<>();
        switch (rule.per()) {
            case ONCE -> operands.add(given("for all breaches together", "全部违反合并", rule.max()));
            case VIOLATION -> {
                operands.add(given("for the first violation", "首次违反", rule.max()));
                int further = penalty.breached().size() - 1;
                if (further > 0) {
                    operands.add(
                            product(
                                    "for further violations",
                                    "其余违反",
                                    given("their number", "次数", BigDecimal.valueOf(further)),
                                    given("for each", "每次", rule.further())));
                }
            }
        }
        String high = Figures.amount(penalty.high());
        return Explanation.of(
                        "at most %s (%s)".formatted(high, penalty.formula().en()),
                        "最高%s（%s）".formatted(high, penalty.formula().zh()),
                        operands)
                .figure(penalty.high(), Operation.SUM);
    }

    /** Operands that no fact states. */
    private static List<Explanation> unstated(Penalty rule) {
        List<Explanation> why = new ArrayList<>();
        BigDecimal turnover = rule.turnover();
        if (turnover != null) {
            why.add(
                    Explanation.of(
                            "the highest amount is %s of a year's turnover where that is more; no fact states the turnover"
                                    .formatted(turnover.toPlainString()),
                            "年营业额的%s更高时，以其为上限；没有事实载明营业额".formatted(turnover.toPlainString())));
        }
        Penalty.Gains gains = rule.gains();
        if (gains != null) {
            why.add(
                    Explanation.of(
                            "where there are illegal gains it is %d to %d times these instead; no fact states them"
                                    .formatted(gains.min(), gains.max()),
                            "有违法所得的，改为违法所得的%d倍至%d倍；没有事实载明违法所得"
                                    .formatted(gains.min(), gains.max())));
        }
        return why;
    }

    private List<Explanation> classes(Penalty rule) {
        if (rule.classes().isEmpty()) {
            return List.of();
        }
        String classes = rule.classes().stream().sorted().collect(Collectors.joining(", "));
        return List.of(
                Explanation.of(
                        "it is for models of class " + classes,
                        "适用于以下类别的模型：" + classes,
                        grounds.those(fact ->
                                fact.data() instanceof ModelReleased it
                                        && it.classes().stream()
                                                .anyMatch(rule.classes()::contains))));
    }

    List<Entry> costs() {
        List<Entry> all = new ArrayList<>();
        for (Cost it : answer.damages().consequences().costs()) {
            all.add(Entry.of(cost(it), it.rule(), it.about(), it.of()));
        }
        return all;
    }

    private Explanation cost(Cost cost) {
        List<Explanation> why = new ArrayList<>(grounds.rule(cost.rule()));
        why.addAll(grounds.those(fact -> incurs(fact, cost.about())));
        Wording of = Terms.of(cost.of());
        String amount = Figures.amount(cost.amount());
        return Explanation.of(
                        "%s %s costs %s %s as its fact says, %s"
                                .formatted(
                                        of.en(),
                                        cost.about(),
                                        amount,
                                        rulebook.currency(),
                                        cost.rule()),
                        "%s%s的费用依其事实为%s %s，%s"
                                .formatted(
                                        of.zh(),
                                        cost.about(),
                                        amount,
                                        rulebook.currency(),
                                        cost.rule()),
                        why)
                .figure(cost.amount(), Operation.GIVEN);
    }

    private static boolean incurs(Fact fact, String about) {
        return switch (fact.data()) {
            case RemedyApplied it -> it.remedy().equals(about) && it.measure() == Measure.RECALL;
            case NoticeSent it -> it.notice().equals(about);
            default -> false;
        };
    }

    List<Entry> causation() {
        List<Entry> all = new ArrayList<>();
        for (Causation it : answer.damages().consequences().causation()) {
            all.add(Entry.of(causation(it), it.harm(), Objects.requireNonNullElse(it.risk(), "")));
        }
        return all;
    }

    private Explanation causation(Causation it) {
        List<Explanation> why = new ArrayList<>(grounds.basis());
        why.addAll(grounds.aboutHarm(it.harm()));
        why.addAll(
                grounds.those(fact ->
                        fact.data() instanceof FindingMade made
                                && made.question().equals(Question.CAUSATION.wireName())));
        for (Cause cause : it.causes()) {
            Wording words = Terms.of(cause.cause());
            List<String> parties = cause.parties();
            why.add(
                    Explanation.of(
                            "%s: %s"
                                    .formatted(
                                            words.en(),
                                            parties.isEmpty()
                                                    ? "the activity of no party on record"
                                                    : "the activity of "
                                                            + String.join(", ", parties)),
                            "%s：%s"
                                    .formatted(
                                            words.zh(),
                                            parties.isEmpty()
                                                    ? "记录中无从事该活动的主体"
                                                    : String.join("、", parties) + "的活动"),
                            grounds.those(fact ->
                                    fact.data() instanceof PartyDeclared declared
                                            && parties.contains(declared.party()))));
        }
        Wording finding = Terms.of("causation-" + it.finding());
        return Explanation.of(
                "harm %s%s, put down to %s; causation is %s; own fault of the injured %s"
                        .formatted(
                                it.harm(),
                                it.risk() == null ? "" : " by risk " + it.risk(),
                                causes(it, true),
                                finding.en(),
                                it.ownFault().toPlainString()),
                "损害%s%s，原因为%s；因果关系%s；受害人自身过错%s"
                        .formatted(
                                it.harm(),
                                it.risk() == null ? "" : "（风险" + it.risk() + "）",
                                causes(it, false),
                                finding.zh(),
                                it.ownFault().toPlainString()),
                why.stream().distinct().toList());
    }

    private static String causes(Causation it, boolean english) {
        if (it.causes().isEmpty()) {
            return english ? "no cause that triage named" : "分诊未指明者";
        }
        return it.causes().stream()
                .map(each -> Terms.of(each.cause()))
                .map(words -> english ? words.en() : words.zh())
                .collect(Collectors.joining(english ? ", " : "、"));
    }
}
