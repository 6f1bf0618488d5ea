package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;

/**
 * What one harm adds to each column and scenario of the realised exposure, its place among the
 * other harms regarded (rules 46, 52).
 */
public record HarmAmounts(Scenarios compensatory, Scenarios expanded, Scenarios punitive) {

    /** By harm; of the facts of a cut, none later than {@code asOf}. */
    public static SortedMap<String, HarmAmounts> of(
            Rulebook rulebook,
            Policy policy,
            List<Fact> orderedCut,
            Knowledge knowledge,
            Instant asOf) {
        History history = new History();
        orderedCut.forEach(history::file);
        Evidence evidence = new Evidence(history, asOf);
        HarmJudge judge = new HarmJudge(rulebook, policy, evidence, knowledge, asOf);
        ExposureAccount account = new ExposureAccount(rulebook, policy);
        evidence.ids(Kind.HARM).forEach(harm -> account.put(judge.judge(harm)));
        SortedMap<String, HarmAmounts> amounts = new TreeMap<>();
        for (HarmVerdict verdict : account.verdicts()) {
            String harm = verdict.harm();
            amounts.put(
                    harm,
                    new HarmAmounts(
                            column(account, harm, Outcome::compensatory),
                            column(account, harm, Outcome::expanded),
                            column(account, harm, Outcome::punitive)));
        }
        return amounts;
    }

    private static Scenarios column(
            ExposureAccount account, String harm, Function<Outcome, BigDecimal> of) {
        return ExposureAccount.scenarios(scenario -> of.apply(account.outcome(harm, scenario)));
    }
}
