package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.damage.JudgedDamages.Potential;

/**
 * What several models come to together. Realised exposure is summed scenario by scenario. Of the
 * expected harm the means and variances are summed, the models taken as independent, and the
 * quantiles are those of the sum: a sum of quantiles would overstate it.
 *
 * @param costs of recalls and notices
 */
public record JointExposure(Exposure realised, Potential potential, BigDecimal costs) {

    private static final Scenarios NONE = new Scenarios(Cents.NONE, Cents.NONE, Cents.NONE);

    /**
     * Of answers under one rulebook, in its currency; {@code byRisk} is left to each model.
     *
     * @throws IllegalArgumentException if one is in another currency
     */
    public static JointExposure of(String currency, Collection<JudgedDamages> models) {
        Scenarios compensatory = NONE;
        Scenarios expanded = NONE;
        Scenarios punitive = NONE;
        Moments expected = Moments.NONE;
        BigInteger unwarned = BigInteger.ZERO;
        BigInteger unremedied = BigInteger.ZERO;
        BigDecimal costs = Cents.NONE;
        for (JudgedDamages each : models) {
            Exposure realised = each.realised();
            if (!realised.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "expected %s, found %s".formatted(currency, realised.currency()));
            }
            compensatory = compensatory.plus(realised.compensatory());
            expanded = expanded.plus(realised.expanded());
            punitive = punitive.plus(realised.punitive());
            expected = expected.plus(each.potential().exact());
            unwarned = unwarned.add(each.potential().outputsUnwarned());
            unremedied = unremedied.add(each.potential().outputsUnremedied());
            costs = costs.add(each.consequences().totalCosts());
        }
        return new JointExposure(
                new Exposure(currency, compensatory, expanded, punitive),
                PotentialExposure.potential(expected, unwarned, unremedied, List.of()),
                costs);
    }
}
