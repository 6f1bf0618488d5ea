package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.damage.JudgedDamages.AskedRemedy;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Recourse;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.damage.JudgedDamages.Step;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.ConsequenceRules;
import org.jspecify.annotations.Nullable;

/** Claims, how far they got, and who bears what of them (rule 55). */
final class Claims {

    private static final Set<String> CLOSING = Set.of("settled", "judged", "withdrawn");

    private final ConsequenceRules rules;
    private final Evidence evidence;
    private final ExposureAccount account;
    private final Map<String, String> roles;

    /**
     * @param roles of the parties, by party
     */
    Claims(
            ConsequenceRules rules,
            Evidence evidence,
            ExposureAccount account,
            Map<String, String> roles) {
        this.rules = rules;
        this.evidence = evidence;
        this.account = account;
        this.roles = roles;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (String id : evidence.ids(Kind.CLAIM)) {
            ClaimFiled filed = evidence.last(ClaimFiled.class, Kind.CLAIM, id);
            if (filed != null) {
                claims.add(claim(filed));
            }
        }
        return List.copyOf(claims);
    }

    private Claim claim(ClaimFiled filed) {
        Set<String> harms = new TreeSet<>(filed.harms());
        Scenarios amount = ExposureAccount.scenarios(scenario -> total(harms, scenario));
        Progress progress = progress(filed.claim());
        List<Share> shares = shares(progress.shares(), amount.likely());
        return new Claim(
                filed.claim(),
                progress.stage(),
                filed.forum(),
                List.copyOf(harms),
                amount,
                progress.awarded(),
                shares.isEmpty(),
                shares,
                phase(progress.steps(), filed.forum()),
                progress.steps(),
                filed.against().stream().distinct().sorted().toList(),
                filed.remedies().stream().distinct().sorted().map(this::asked).toList(),
                shares.isEmpty() ? null : unassigned(amount.likely(), shares),
                shares.stream().flatMap(this::recourse).toList());
    }

    private static BigDecimal unassigned(BigDecimal likely, List<Share> shares) {
        return likely.subtract(Cents.sum(shares.stream().map(Share::amount).toList()))
                .max(Cents.NONE);
    }

    /** Before a court, at one, or done with; what a court asks for meanwhile leaves it there. */
    private static String phase(List<Step> steps, @Nullable String forum) {
        String stage = steps.getLast().stage();
        if (CLOSING.contains(stage)) {
            return "closed";
        }
        boolean court =
                "court".equals(forum) || steps.stream().anyMatch(it -> it.stage().equals("court"));
        return court ? "court" : "pre-court";
    }

    private AskedRemedy asked(String remedy) {
        for (ConsequenceRules.Remedy rule : rules.remedies()) {
            if (rule.remedies().contains(remedy)) {
                return new AskedRemedy(remedy, rule.citation().rule(), rule.limited());
            }
        }
        return new AskedRemedy(remedy, null, true);
    }

    private Stream<Recourse> recourse(Share share) {
        String role = roles.getOrDefault(share.party(), "other");
        return rules.recourse().stream()
                .filter(rule -> rule.against().contains(role) && share.amount().signum() > 0)
                .map(rule -> new Recourse(share.party(), share.amount(), rule.citation().rule()))
                .limit(1);
    }

    private BigDecimal total(Set<String> harms, Scenario scenario) {
        return harms.stream()
                .map(harm -> account.outcome(harm, scenario))
                .map(Outcome::total)
                .reduce(Cents.NONE, BigDecimal::add);
    }

    private static List<Share> shares(Map<String, BigDecimal> shares, BigDecimal likely) {
        return new TreeMap<>(shares)
                .entrySet().stream()
                        .map(it ->
                                new Share(
                                        it.getKey(),
                                        it.getValue(),
                                        Cents.of(likely.multiply(it.getValue()))))
                        .toList();
    }

    /** The latest of each: the stage, the shares, the amount settled or judged. */
    private record Progress(
            String stage,
            Map<String, BigDecimal> shares,
            @Nullable Money awarded,
            List<Step> steps) {}

    private Progress progress(String claim) {
        String stage = "filed";
        Map<String, BigDecimal> shares = Map.of();
        Money awarded = null;
        List<Step> steps = new ArrayList<>();
        for (Fact fact : evidence.about(Kind.CLAIM, claim)) {
            if (fact.data() instanceof ClaimFiled && steps.isEmpty()) {
                steps.add(new Step("filed", fact.time()));
            }
            if (fact.data() instanceof ClaimAdvanced advanced) {
                stage = advanced.stage();
                steps.add(new Step(stage, fact.time()));
                shares = advanced.shares() != null ? advanced.shares() : shares;
                boolean decides = stage.equals("settled") || stage.equals("judged");
                awarded = decides && advanced.amount() != null ? advanced.amount() : awarded;
            }
        }
        return new Progress(stage, shares, awarded, List.copyOf(steps));
    }
}
