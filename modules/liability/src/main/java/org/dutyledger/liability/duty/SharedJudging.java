package org.dutyledger.liability.duty;

import java.util.HashMap;
import java.util.Map;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out of a history as it stands at one instant, shared by the laws that read it
 * alike: rulebooks that build on one another have most of their duties in common.
 */
final class SharedJudging {

    private final Map<String, RiskCase> risks = new HashMap<>();
    private final Map<DutyKey, Verdict> verdicts = new HashMap<>();

    /** A verdict with what it was reached under. */
    private record Verdict(DutyRule rule, Since since, @Nullable Judged judged) {}

    /** Whether a duty that both laws have comes to the same under either. */
    static boolean alike(LawInForce one, LawInForce other) {
        Rulebook a = one.rulebook();
        Rulebook b = other.rulebook();
        return a.jurisdiction().equals(b.jurisdiction())
                && a.currency().equals(b.currency())
                && a.zone().equals(b.zone())
                && a.states().equals(b.states())
                && a.rollOver() == b.rollOver()
                && one.policy().equals(other.policy());
    }

    RiskCase risk(Scene scene, String id) {
        RiskCase known = risks.get(id);
        if (known == null) {
            known = new RiskCase(scene, id);
            risks.put(id, known);
        }
        return known;
    }

    @Nullable Judged judged(Scene scene, DutyRule rule, String about, Since since) {
        DutyKey key = new DutyKey(rule.citation().rule(), about);
        Verdict known = verdicts.get(key);
        if (known != null && known.since().equals(since) && known.rule().equals(rule)) {
            return known.judged();
        }
        Judged judged = Duties.judge(scene, rule, about, since);
        verdicts.put(key, new Verdict(rule, since, judged));
        return judged;
    }
}
