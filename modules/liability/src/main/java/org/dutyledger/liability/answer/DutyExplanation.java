package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** Why a duty stands as it does: the rule, the facts, the arithmetic. */
public final class DutyExplanation {

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Policy policy;
    private final Collection<Fact> facts;

    /**
     * Explains the duties of one answer.
     *
     * @param rulebook and {@code policy} those that it was judged under
     * @param facts at least those of its model that it rests on, in fact order
     */
    public DutyExplanation(
            Assessment answer, Rulebook rulebook, Policy policy, Collection<Fact> facts) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.policy = policy;
        this.facts = facts;
    }

    /** Explains one duty; null: the answer has no such duty. */
    public @Nullable Explanation of(String rule, String about) {
        return answer.duties().stream()
                .filter(duty -> duty.rule().equals(rule) && duty.about().equals(about))
                .findFirst()
                .map(this::explain)
                .orElse(null);
    }

    /** How one duty was kept: status, breaches and facts; null: the answer has no such duty. */
    @Nullable Explanation kept(String rule, String about) {
        for (Duty duty : answer.duties()) {
            if (duty.rule().equals(rule) && duty.about().equals(about)) {
                Wording says = standing(duty);
                return Explanation.of(
                        says.en(),
                        says.zh(),
                        LawWords.rule(ruleOf(duty).citation()),
                        breaches(duty),
                        facts(duty));
            }
        }
        return null;
    }

    private Explanation explain(Duty duty) {
        DutyRule rule = ruleOf(duty);
        Wording says = standing(duty);
        List<Explanation> below = new ArrayList<>();
        below.add(LawWords.rule(rule.citation()));
        below.add(Deadlines.explain(duty, rule, rulebook, policy, rescored(duty)));
        if (duty.grade() != null) {
            Wording grade = Terms.of("grade-" + duty.grade());
            below.add(
                    Explanation.of(
                            "graded %s, by the size on record".formatted(grade.en()),
                            "依记录的规模定级为%s".formatted(grade.zh())));
        }
        if (duty.satisfied() != null) {
            below.add(
                    Explanation.of(
                            "satisfied at " + duty.satisfied(), "于" + duty.satisfied() + "履行"));
        }
        below.add(breaches(duty));
        for (String need : duty.needs()) {
            below.add(
                    Explanation.of(
                            "a finding '%s' would decide it".formatted(need),
                            "有待认定“%s”".formatted(Terms.of(need).zh())));
        }
        if (duty.because().isEmpty()) {
            below.addAll(new Grounds(answer, rulebook, facts).about(duty.about()));
        } else {
            below.add(facts(duty));
        }
        return Explanation.of(says.en(), says.zh(), below);
    }

    private Wording standing(Duty duty) {
        Wording status = LawWords.status(duty.status());
        return new Wording(
                "%s about %s %s%s, as of %s"
                        .formatted(
                                duty.rule(),
                                duty.about(),
                                status.en(),
                                duty.late() ? ", late" : "",
                                answer.asOf()),
                "%s（关于%s）%s%s，截至%s"
                        .formatted(
                                duty.rule(), duty.about(), status.zh(), late(duty), answer.asOf()));
    }

    /** Over, or still going on. */
    private static String late(Duty duty) {
        boolean open = duty.breaches().stream().anyMatch(it -> it.to() == null);
        return duty.late() ? open ? "，逾期" : "，曾逾期" : "";
    }

    private DutyRule ruleOf(Duty duty) {
        return rulebook.duties().stream()
                .filter(rule -> rule.citation().rule().equals(duty.rule()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "not of rulebook " + rulebook.id() + ": " + duty.rule()));
    }

    private Explanation breaches(Duty duty) {
        if (duty.breaches().isEmpty()) {
            return Explanation.of("never in breach", "从未违反");
        }
        List<Explanation> each = duty.breaches().stream().map(this::breach).toList();
        Duration whole = Duration.ZERO;
        for (Breach it : duty.breaches()) {
            whole = whole.plus(length(it));
        }
        BigDecimal hours = Figures.hours(whole);
        String shown = Figures.plainHours(whole);
        return Explanation.of(
                        "in breach from the deadline to the act, %s h:".formatted(shown),
                        "违反期间（自届满至履行）共%s小时：".formatted(shown),
                        each)
                .figure(hours, Operation.SUM);
    }

    private Explanation breach(Breach breach) {
        Instant to = end(breach);
        Duration length = length(breach);
        String hours = Figures.plainHours(length);
        return Explanation.of(
                        "%s to %s%s = %s h"
                                .formatted(
                                        breach.from(),
                                        to,
                                        breach.to() == null ? " (open)" : "",
                                        hours),
                        "%s至%s%s＝%s小时"
                                .formatted(
                                        breach.from(),
                                        to,
                                        breach.to() == null ? "（未止）" : "",
                                        hours))
                .figure(Figures.exactHours(length), Operation.GIVEN);
    }

    private Instant end(Breach breach) {
        return breach.to() == null ? answer.asOf() : breach.to();
    }

    private Duration length(Breach breach) {
        return Duration.between(breach.from(), end(breach));
    }

    private static boolean setsSeverity(Fact fact) {
        return fact.data() instanceof RiskRescored || fact.data() instanceof RiskConfirmed;
    }

    private List<Instant> rescored(Duty duty) {
        return cited(duty).filter(DutyExplanation::setsSeverity).map(Fact::time).toList();
    }

    private Explanation facts(Duty duty) {
        return Explanation.of(
                "it rests on these facts:", "依据以下事实：", cited(duty).map(FactWords::fact).toList());
    }

    private Stream<Fact> cited(Duty duty) {
        return facts.stream()
                .filter(fact -> fact.model().equals(answer.model()))
                .filter(fact -> duty.because().contains(fact.id()));
    }
}
