package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.Presumption;
import org.dutyledger.liability.damage.JudgedDamages.TimeBar;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;

/** What a model's history comes to in money, and everything that bears on it (semantics J to L). */
public final class Damages {

    private Damages() {}

    /** Judges the facts of a cut; no fact of it is later than {@code asOf}. */
    public static JudgedDamages assess(
            Rulebook rulebook,
            Policy policy,
            List<Fact> orderedCut,
            Knowledge knowledge,
            List<Duty> duties,
            Instant asOf) {
        History history = new History();
        orderedCut.forEach(history::file);
        return assess(rulebook, policy, history, knowledge, duties, asOf);
    }

    /**
     * Judges a whole history.
     *
     * @param history the facts of one model that are known
     * @param knowledge what is known of them as of {@code asOf}
     * @param duties as judged from the same history as of {@code asOf}
     */
    public static JudgedDamages assess(
            Rulebook rulebook,
            Policy policy,
            History history,
            Knowledge knowledge,
            List<Duty> duties,
            Instant asOf) {
        Evidence evidence = new Evidence(history, asOf);
        HarmJudge judge = new HarmJudge(rulebook, policy, evidence, knowledge, asOf);
        ExposureAccount account = new ExposureAccount(rulebook, policy);
        for (String harm : evidence.ids(Kind.HARM)) {
            account.put(judge.judge(harm));
        }
        Parties.Roles roles = new Parties(rulebook, evidence).roles();
        RiskEstimates estimates = new RiskEstimates(rulebook.currency(), evidence, knowledge);
        Windows windows = new Windows(rulebook, policy, evidence, knowledge);
        Unremedied unremedied = new Unremedied(rulebook.damages().potential(), evidence, knowledge);
        Costs costs = new Costs(rulebook, evidence);
        return new JudgedDamages(
                roles.parties(),
                new Defects(rulebook.damages(), evidence, knowledge).all(duties),
                account.exposure(),
                items(account),
                new PotentialExposure(estimates, knowledge, windows, unremedied).estimate(),
                needs(account, roles, estimates, costs),
                each(account, HarmVerdict::timeBars, Comparator.comparing(TimeBar::rule)),
                each(account, HarmVerdict::defences, Comparator.comparing(Defence::rule)),
                each(account, HarmVerdict::presumptions, Comparator.comparing(Presumption::rule)),
                new Claims(rulebook.consequences(), evidence, account, roles.byParty()).all(),
                new Consequences(
                        new Penalties(rulebook, evidence).of(duties),
                        costs.counted(),
                        new Causations(evidence, judge).all(),
                        new HourPrices(
                                        rulebook,
                                        evidence,
                                        knowledge,
                                        estimates,
                                        windows,
                                        unremedied)
                                .of(duties)));
    }

    private static List<Item> items(ExposureAccount account) {
        return each(
                account,
                verdict -> account.outcomesOfHigh(verdict).items(),
                Comparator.comparing(Item::head));
    }

    private static List<JudgedDamages.NeededFinding> needs(
            ExposureAccount account, Parties.Roles roles, RiskEstimates estimates, Costs costs) {
        NeededFindings needs = new NeededFindings();
        List<HarmVerdict.Effect> effects = new ArrayList<>();
        for (HarmVerdict verdict : account.verdicts()) {
            effects.addAll(account.outcomesOfHigh(verdict).effects());
        }
        needs.addEffects(effects);
        account.verdicts().forEach(verdict -> verdict.needs().forEach(needs::add));
        estimates.needs().forEach(needs::add);
        costs.needs().forEach(needs::add);
        roles.needs().forEach(needs::add);
        return needs.list();
    }

    /** Of each harm, by harm and then as given; the order of the fact breaks ties. */
    private static <T> List<T> each(
            ExposureAccount account, Function<HarmVerdict, List<T>> part, Comparator<T> order) {
        return account.verdicts().stream()
                .flatMap(verdict -> part.apply(verdict).stream().sorted(order))
                .toList();
    }
}
