package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** Claims, how far they got, and who bears what of them (rule 55). */
final class Claims {

    private final Evidence evidence;
    private final ExposureAccount account;

    Claims(Evidence evidence, ExposureAccount account) {
        this.evidence = evidence;
        this.account = account;
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
                shares);
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
            String stage, Map<String, BigDecimal> shares, @Nullable Money awarded) {}

    private Progress progress(String claim) {
        String stage = "filed";
        Map<String, BigDecimal> shares = Map.of();
        Money awarded = null;
        for (Fact fact : evidence.about(Kind.CLAIM, claim)) {
            if (fact.data() instanceof ClaimAdvanced advanced) {
                stage = advanced.stage();
                shares = advanced.shares() != null ? advanced.shares() : shares;
                boolean decides = stage.equals("settled") || stage.equals("judged");
                awarded = decides && advanced.amount() != null ? advanced.amount() : awarded;
            }
        }
        return new Progress(stage, shares, awarded);
    }
}
