package org.dutyledger.liability.damage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.liability.damage.JudgedDamages.Driver;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.time.Intervals;

/** Expected future harm of outputs already served (rules 56 to 58). */
final class PotentialExposure {

    private final RiskEstimates estimates;
    private final Knowledge knowledge;
    private final Map<String, List<Window>> windows;
    private final Unremedied unremedied;

    PotentialExposure(
            RiskEstimates estimates, Knowledge knowledge, Windows windows, Unremedied unremedied) {
        this.estimates = estimates;
        this.knowledge = knowledge;
        this.windows =
                windows.all().stream().collect(groupingBy(Window::version, TreeMap::new, toList()));
        this.unremedied = unremedied;
    }

    Potential estimate() {
        Moments sum = Moments.NONE;
        List<Driver> drivers = new ArrayList<>();
        for (Map.Entry<String, RiskEstimates.Each> of : estimates.byRisk().entrySet()) {
            Moments each = of.getValue().both();
            Exposed exposed = exposedTo(of.getKey());
            Ratio outputs = exposed.unremedied().plus(exposed.unwarned());
            sum = sum.plus(each.times(outputs));
            drivers.add(
                    new Driver(
                            of.getKey(),
                            exposed.unremedied().floor(),
                            exposed.unwarned().floor(),
                            Cents.of(each.mean().times(exposed.unremedied())),
                            Cents.of(each.mean().times(exposed.unwarned())),
                            Cents.of(each.mean().times(outputs))));
        }
        return potential(sum, unwarned(), unremedied(), drivers);
    }

    /** The spread of an amount with these moments (rule 58). */
    static Potential potential(
            Moments sum, BigInteger unwarned, BigInteger unremedied, List<Driver> drivers) {
        Lognormal spread = Lognormal.of(sum.mean(), sum.variance());
        return new Potential(
                spread.p10(),
                spread.p50(),
                spread.p90(),
                Cents.of(sum.mean()),
                unwarned,
                unremedied,
                List.copyOf(drivers),
                sum);
    }

    private BigInteger unwarned() {
        return windows.values().stream()
                .flatMap(List::stream)
                .map(it -> BigInteger.valueOf(it.unwarned()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger unremedied() {
        Ratio served = Ratio.ZERO;
        for (Map.Entry<String, List<Window>> of : windows.entrySet()) {
            Intervals when = unremedied.ofVersion(of.getKey());
            for (Window it : of.getValue()) {
                served = served.plus(Ratio.of(it.outputs()).times(it.share(when)));
            }
        }
        return served.floor();
    }

    /** The two parts of {@code N}: served unremedied; remedied, but without their warning. */
    private record Exposed(Ratio unremedied, Ratio unwarned) {}

    private Exposed exposedTo(String risk) {
        Ratio open = Ratio.ZERO;
        Ratio unwarned = Ratio.ZERO;
        for (Map.Entry<String, List<Window>> of : windows.entrySet()) {
            if (knowledge.affected(risk, of.getKey())) {
                for (Window it : of.getValue()) {
                    Ratio share = it.share(unremedied.of(risk));
                    open = open.plus(Ratio.of(it.outputs()).times(share));
                    unwarned = unwarned.plus(Ratio.of(it.unwarned()).times(Ratio.ONE.minus(share)));
                }
            }
        }
        return new Exposed(open, unwarned);
    }
}
