package org.dutyledger.liability.damage;

import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.Presumption;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;

/** What the producer may prove, and what the claimant need not (rules 48, 49). */
final class Defences {

    static final String PROVEN = "proven";

    private final DamagesRules rules;
    private final Evidence evidence;
    private final Knowledge knowledge;

    Defences(DamagesRules rules, Evidence evidence, Knowledge knowledge) {
        this.rules = rules;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    List<Defence> defences(Circumstances at) {
        return rules.defences().stream()
                .map(rule -> new Defence(rule.rule(), at.harm().harm(), state(rule, at)))
                .toList();
    }

    List<Presumption> presumptions(Circumstances at) {
        return rules.presumptions().stream()
                .filter(rule -> presumed(rule, at))
                .map(rule ->
                        new Presumption(rule.rule(), rule.of(), at.harm().harm(), rule.state()))
                .toList();
    }

    private boolean presumed(DamagesRules.Presumption rule, Circumstances at) {
        return rule.breachOf() == null
                ? at.unremedied()
                : at.affected() && Circumstances.inBreach(rule.breachOf(), at.harm(), knowledge);
    }

    private String state(DamagesRules.Defence rule, Circumstances at) {
        if (lost(rule, at)) {
            return "lost";
        }
        FindingMade rebuttal = evidence.finding(Question.REBUTTAL, at.harm());
        return rebuttal != null && rebuttal.answer() == Answer.TRUE && raised(rule, rebuttal)
                ? PROVEN
                : "available";
    }

    private boolean lost(DamagesRules.Defence rule, Circumstances at) {
        return switch (rule.lost()) {
            case EXPANDED -> at.expanded();
            case UNREMEDIED -> at.unremedied();
            case UNREMEDIED_OR_UPDATE -> at.unremedied() || update(at.harm());
        };
    }

    private boolean update(HarmRecorded harm) {
        ModelReleased release = evidence.release(harm.version());
        return release != null && release.previous() != null;
    }

    /** Whether it is this defence that the rebuttal is about. */
    private boolean raised(DamagesRules.Defence rule, FindingMade rebuttal) {
        boolean developmentRisk = "development-risk".equals(rebuttal.reason());
        return switch (rule.proof()) {
            case ANY_REBUTTAL -> true;
            case DEVELOPMENT_RISK -> developmentRisk;
            case OTHER_REBUTTAL -> !developmentRisk;
        };
    }
}
