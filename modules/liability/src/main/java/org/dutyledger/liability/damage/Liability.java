package org.dutyledger.liability.damage;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Periods;

/** What must hold for anybody to answer for a harm (rules 46, 47). */
final class Liability {

    private final Rulebook rulebook;
    private final DamagesRules rules;
    private final Evidence evidence;
    private final Knowledge knowledge;

    Liability(Rulebook rulebook, Evidence evidence, Knowledge knowledge) {
        this.rulebook = rulebook;
        this.rules = rulebook.damages();
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    /** All of these must go to the claimant. */
    List<Issue> issues(Circumstances at, boolean defenceProven, boolean extinguished) {
        HarmRecorded harm = at.harm();
        List<Issue> issues = new ArrayList<>();
        if (rules.placedFrom() != null) {
            issues.add(placed(harm));
        }
        issues.add(leak(harm) ? presumedLeak(ground(at), harm) : ground(at));
        Issue contested = new Issue.Open(Question.CAUSATION, harm.harm(), true);
        issues.add(Issue.of(answer(Question.CAUSATION, harm), contested, Issue.WON));
        issues.add(new Issue.Settled(!defenceProven));
        issues.add(new Issue.Settled(!extinguished));
        return issues;
    }

    private Issue placed(HarmRecorded harm) {
        Placing placing = Placing.of(harm.version(), evidence, knowledge);
        if (rules.placedFrom() == null || placing == null) {
            return Issue.LOST;
        }
        return placing.since(Periods.startOf(rules.placedFrom(), rulebook.zone()));
    }

    private Issue ground(Circumstances at) {
        HarmRecorded harm = at.harm();
        return switch (rules.basis()) {
            case FAULT -> fault(harm);
            case STRICT -> defect(at, new Issue.Open(Question.DEFECTIVE, harm.harm(), false));
            case PRESUMED -> defect(at, notRebutted(harm));
            case DIRECTIVE -> {
                Issue open = new Issue.Open(Question.DEFECTIVE, harm.harm(), true);
                yield Issue.of(answer(Question.DEFECTIVE, harm), open, open);
            }
            case NONE -> Issue.LOST;
        };
    }

    /** A finding of a defect stands for the fault in making it. */
    private Issue fault(HarmRecorded harm) {
        if (answer(Question.DEFECTIVE, harm) == Answer.TRUE) {
            return Issue.WON;
        }
        Issue open = new Issue.Open(Question.FAULT, harm.harm(), false);
        return Issue.of(answer(Question.FAULT, harm), open, open);
    }

    /** A finding goes before what the record shows; one that is contested leaves it open. */
    private Issue defect(Circumstances at, Issue otherwise) {
        Issue shown = at.defective() ? Issue.WON : otherwise;
        return Issue.of(answer(Question.DEFECTIVE, at.harm()), otherwise, shown);
    }

    private boolean leak(HarmRecorded harm) {
        return rules.presumedLeak() != null
                && harm.incident() != null
                && evidence.incidentKind(harm.incident()) == IncidentKind.DATA_LEAK;
    }

    private Issue presumedLeak(Issue ground, HarmRecorded harm) {
        return ground.equals(Issue.WON) ? ground : notRebutted(harm);
    }

    private Issue notRebutted(HarmRecorded harm) {
        Answer rebuttal = answer(Question.REBUTTAL, harm);
        if (rebuttal == Answer.TRUE) {
            return Issue.LOST;
        }
        return rebuttal == Answer.FALSE
                ? Issue.WON
                : new Issue.Open(Question.REBUTTAL, harm.harm(), true);
    }

    private @org.jspecify.annotations.Nullable Answer answer(Question question, HarmRecorded harm) {
        return evidence.answer(question, harm);
    }
}
