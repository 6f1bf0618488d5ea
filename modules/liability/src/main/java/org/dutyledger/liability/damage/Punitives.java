package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.Valuation.Valued;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.DamagesRules.Punitive;
import org.jspecify.annotations.Nullable;

/** The ways to punitive damages that the facts of a harm leave open to it (rule 52). */
final class Punitives {

    private final DamagesRules rules;
    private final Evidence evidence;
    private final Knowledge knowledge;

    Punitives(DamagesRules rules, Evidence evidence, Knowledge knowledge) {
        this.rules = rules;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    /**
     * One way.
     *
     * @param gates one of these must go to the claimant
     * @param orRepeated or the harm is one of several
     * @param price what was paid, null: not given
     */
    record Way(Punitive rule, List<Issue> gates, boolean orRepeated, @Nullable BigDecimal price) {

        /** What it comes to, 0.00 if it stays shut. */
        BigDecimal award(Answers answers, List<Valued> counted, boolean oneOfSeveral) {
            boolean open =
                    (orRepeated && oneOfSeveral) || gates.stream().anyMatch(answers::forClaimant);
            if (!open || (rule.capOnly() && answers.scenario() == Scenario.LOW)) {
                return Cents.NONE;
            }
            BigDecimal multiple = BigDecimal.valueOf(rule.multiple());
            BigDecimal award = Cents.of(base(counted).multiply(multiple));
            return rule.floor() == null ? award : award.max(Cents.of(new BigDecimal(rule.floor())));
        }

        private BigDecimal base(List<Valued> counted) {
            return switch (rule.base()) {
                case PRICE -> price == null ? BigDecimal.ZERO : price;
                case PERSONAL_AND_MENTAL ->
                        Cents.sum(
                                counted.stream()
                                        .filter(it -> it.personal() || it.mental())
                                        .map(Valued::amount)
                                        .toList());
                case ALL_HEADS -> Cents.sum(counted.stream().map(Valued::amount).toList());
            };
        }
    }

    List<Way> ways(Circumstances at) {
        List<Way> ways = new ArrayList<>();
        for (Punitive rule : rules.punitive()) {
            Way way = way(rule, at);
            if (way != null) {
                ways.add(way);
            }
        }
        return ways;
    }

    private @Nullable Way way(Punitive rule, Circumstances at) {
        HarmRecorded harm = at.harm();
        Money price = harm.pricePaid();
        boolean consumer = !harm.professionalUse();
        return switch (rule.gate()) {
            case FRAUD ->
                    consumer && price != null
                            ? new Way(
                                    rule,
                                    List.of(found(Question.FRAUD, harm)),
                                    false,
                                    price.amount())
                            : null;
            case KNEW ->
                    consumer && serious(harm)
                            ? new Way(rule, List.of(knew(harm)), false, null)
                            : null;
            case KNEW_OR_EXPANDED ->
                    serious(harm)
                            ? new Way(
                                    rule,
                                    List.of(at.expanded() ? Issue.WON : knew(harm)),
                                    false,
                                    null)
                            : null;
            case REPEATED_OR_MALICIOUS ->
                    new Way(
                            rule,
                            List.of(
                                    found(Question.MALICE, harm),
                                    found(Question.MAJOR_IMPACT, harm)),
                            true,
                            null);
        };
    }

    private static boolean serious(HarmRecorded harm) {
        return "death".equals(harm.severity()) || "serious-health".equals(harm.severity());
    }

    private Issue found(Question question, HarmRecorded harm) {
        return Issue.of(
                evidence.answer(question, harm),
                new Issue.Open(question, harm.harm(), false),
                Issue.LOST);
    }

    private Issue knew(HarmRecorded harm) {
        Issue open = new Issue.Open(Question.KNEW, harm.harm(), false);
        Answer found = evidence.answer(Question.KNEW, harm);
        return Issue.of(found, open, knewByRecord(harm, open));
    }

    /** Actual knowledge is knowledge; constructive alone must be decided. */
    private Issue knewByRecord(HarmRecorded harm, Issue open) {
        String risk = harm.risk();
        if (risk == null) {
            return Issue.LOST;
        }
        if (knowledge.confirmed(risk, harm.outputAt())) {
            return Issue.WON;
        }
        return knowledge.discovered(risk, harm.outputAt()) ? open : Issue.LOST;
    }
}
