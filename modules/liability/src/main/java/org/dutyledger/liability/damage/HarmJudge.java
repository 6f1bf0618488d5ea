package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.damage.HarmVerdict.Outcomes;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Judges one harm at a time (semantics K). What it costs does not depend on how many other harms
 * there are. A verdict rests on the harm's own fact, the findings about it, its risk and the chain
 * of its version, that risk and those versions, its incident's kind and the claims that name it.
 */
public final class HarmJudge {

    private final Rulebook rulebook;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final Valuation valuation;
    private final Defects defects;
    private final Defences defences;
    private final TimeBars timeBars;
    private final Liability liability;
    private final Punitives punitives;

    /**
     * Judges under one rulebook and policy, from a history and what is known of it as of an
     * instant.
     */
    public HarmJudge(
            Rulebook rulebook, Policy policy, History history, Knowledge knowledge, Instant asOf) {
        this(rulebook, policy, new Evidence(history, asOf), knowledge, asOf);
    }

    HarmJudge(
            Rulebook rulebook,
            Policy policy,
            Evidence evidence,
            Knowledge knowledge,
            Instant asOf) {
        DamagesRules rules = rulebook.damages();
        this.rulebook = rulebook;
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.valuation = new Valuation(rules, policy.medianIncome(rulebook.jurisdiction()));
        this.defects = new Defects(rules, evidence, knowledge);
        this.defences = new Defences(rules, evidence, knowledge);
        this.timeBars = new TimeBars(rulebook, evidence, knowledge, asOf);
        this.liability = new Liability(rulebook, evidence, knowledge);
        this.punitives = new Punitives(rules, evidence, knowledge);
    }

    /** The harm as it was recorded last, null: it is unknown. */
    public @Nullable HarmRecorded recorded(String harm) {
        return evidence.harm(harm);
    }

    /** What the harm comes to; one that is unknown or not relevant comes to nothing. */
    public HarmVerdict judge(String id) {
        HarmRecorded harm = evidence.harm(id);
        if (harm == null || !relevant(harm)) {
            return HarmVerdict.none(id, harm == null ? Instant.EPOCH : harm.outputAt(), List.of());
        }
        String foreign = Valuation.foreignCurrency(harm, rulebook.currency());
        if (foreign != null) {
            return HarmVerdict.none(
                    id,
                    harm.outputAt(),
                    List.of(new NeededFinding("currency", id, foreign + " not counted")));
        }
        return judge(harm);
    }

    boolean relevant(HarmRecorded harm) {
        String under = harm.jurisdiction();
        return knowledge.relevant(harm.version())
                && (under == null
                        || under.equals(rulebook.jurisdiction())
                        || rulebook.states().containsKey(under));
    }

    private HarmVerdict judge(HarmRecorded harm) {
        DamagesRules rules = rulebook.damages();
        Circumstances at = Circumstances.of(harm, rules, defects, knowledge);
        TimeBars.Bars bars = timeBars.of(harm);
        List<Defence> raised = defences.defences(at);
        boolean proven = raised.stream().anyMatch(it -> it.state().equals(Defences.PROVEN));
        HarmCase played =
                new HarmCase(
                        harm.harm(),
                        valuation.value(harm),
                        liability.issues(at, proven, bars.extinguished()),
                        bars.limited(),
                        mental(harm, rules),
                        at.expanded(),
                        punitives.ways(at));
        Outcomes once = played.outcomes(false);
        return new HarmVerdict(
                harm.harm(),
                harm.outputAt(),
                once,
                played.dependsOnOthers() ? played.outcomes(true) : once,
                valuation.missing(harm),
                bars.list(),
                raised,
                defences.presumptions(at));
    }

    private Issue mental(HarmRecorded harm, DamagesRules rules) {
        return switch (rules.mental()) {
            case ALWAYS -> Issue.WON;
            case IF_SERIOUS -> serious(harm, false);
            case UNLESS_REFUSED -> serious(harm, true);
        };
    }

    private Issue serious(HarmRecorded harm, boolean likely) {
        Issue open = new Issue.Open(Question.SERIOUS_MENTAL, harm.harm(), likely);
        return Issue.of(evidence.answer(Question.SERIOUS_MENTAL, harm), open, open);
    }
}
