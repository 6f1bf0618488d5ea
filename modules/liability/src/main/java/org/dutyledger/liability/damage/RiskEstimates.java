package org.dutyledger.liability.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.PotentialBasis.Estimated;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** What an output is expected to cost by each open risk (rule 57). */
final class RiskEstimates {

    private final SortedMap<String, Each> byRisk = new TreeMap<>();
    private final List<NeededFinding> needs = new ArrayList<>();

    /** What one output comes to: harms in it, and the loss of each, as a fact says. */
    record Each(Moments rate, Moments loss, Estimated by) {
        static Each of(Estimated by) {
            return new Each(Moments.of(by.harmRate()), Moments.of(by.lossPerHarm()), by);
        }

        Moments both() {
            return rate.times(loss);
        }
    }

    /** Those in the currency count, the others are needed as findings. */
    RiskEstimates(String currency, Evidence evidence, Knowledge knowledge) {
        if (evidence.ids(Kind.VERSION).stream().noneMatch(knowledge::relevant)) {
            return;
        }
        for (String risk : knowledge.openRisks()) {
            Fact fact = latest(evidence.openEpisode(risk));
            Estimate estimate = fact == null ? null : estimate(fact);
            if (fact == null || estimate == null || estimate.currency() == null) {
                continue;
            }
            if (!estimate.currency().equals(currency)) {
                String effect = "lossPerHarm in " + estimate.currency();
                needs.add(new NeededFinding("estimate", risk, effect));
            } else if (estimate.harmRate() != null && estimate.lossPerHarm() != null) {
                byRisk.put(
                        risk,
                        Each.of(new Estimated(fact, estimate.harmRate(), estimate.lossPerHarm())));
            }
        }
    }

    /** By risk, in order. */
    SortedMap<String, Each> byRisk() {
        return byRisk;
    }

    /** Of a risk, null: none that counts. */
    @Nullable Each of(String risk) {
        return byRisk.get(risk);
    }

    /** Those in another currency. */
    List<NeededFinding> needs() {
        return needs;
    }

    /** The latest of the open episode; what was rescored before it was confirmed is ignored. */
    private static @Nullable Fact latest(List<Fact> episode) {
        boolean confirmed = false;
        Fact latest = null;
        for (Fact fact : episode) {
            confirmed |= fact.data() instanceof RiskConfirmed;
            if (confirmed && estimate(fact) != null) {
                latest = fact;
            }
        }
        return latest;
    }

    private static @Nullable Estimate estimate(Fact fact) {
        return switch (fact.data()) {
            case RiskConfirmed it -> it.estimate();
            case RiskRescored it -> it.estimate();
            default -> null;
        };
    }
}
