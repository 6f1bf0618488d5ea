package org.dutyledger.liability.damage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Expected future harm of outputs already served (rules 56 to 58). */
final class PotentialExposure {

    private static final Ratio SIX = Ratio.of(6);

    private final String currency;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final Map<String, List<Window>> windows;
    private final Unremedied unremedied;

    PotentialExposure(
            String currency,
            Evidence evidence,
            Knowledge knowledge,
            Windows windows,
            Unremedied unremedied) {
        this.currency = currency;
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.windows =
                windows.all().stream().collect(groupingBy(Window::version, TreeMap::new, toList()));
        this.unremedied = unremedied;
    }

    /** The estimate, and the estimates in a currency that does not count. */
    record Estimated(Potential potential, List<NeededFinding> needs) {}

    Estimated estimate() {
        Ratio mean = Ratio.ZERO;
        Ratio variance = Ratio.ZERO;
        List<NeededFinding> needs = new ArrayList<>();
        for (String risk : knowledge.openRisks()) {
            Estimate estimate = hasRelevantVersion() ? latestEstimate(risk) : null;
            if (estimate == null || estimate.currency() == null) {
                continue;
            }
            if (!estimate.currency().equals(currency)) {
                String effect = "lossPerHarm in " + estimate.currency();
                needs.add(new NeededFinding("estimate", risk, effect));
            } else if (estimate.harmRate() != null && estimate.lossPerHarm() != null) {
                Moments rate = Moments.of(estimate.harmRate());
                Moments loss = Moments.of(estimate.lossPerHarm());
                Moments each = rate.times(loss);
                Ratio outputs = exposedTo(risk);
                mean = mean.plus(outputs.times(each.mean()));
                variance = variance.plus(outputs.times(outputs).times(each.variance()));
            }
        }
        return new Estimated(potential(mean, variance), needs);
    }

    private Potential potential(Ratio mean, Ratio variance) {
        Lognormal spread = Lognormal.of(mean, variance);
        return new Potential(
                spread.p10(), spread.p50(), spread.p90(), Cents.of(mean), unwarned(), unremedied());
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
                served = served.plus(Ratio.of(it.outputs()).times(share(it, when)));
            }
        }
        return served.floor();
    }

    private boolean hasRelevantVersion() {
        return evidence.ids(Kind.VERSION).stream().anyMatch(knowledge::relevant);
    }

    /** The latest of the open episode; what was rescored before it was confirmed is ignored. */
    private @Nullable Estimate latestEstimate(String risk) {
        boolean confirmed = false;
        Estimate latest = null;
        for (Fact fact : evidence.openEpisode(risk)) {
            if (fact.data() instanceof RiskConfirmed it) {
                confirmed = true;
                latest = it.estimate() != null ? it.estimate() : latest;
            } else if (confirmed && fact.data() instanceof RiskRescored it) {
                latest = it.estimate() != null ? it.estimate() : latest;
            }
        }
        return latest;
    }

    /** {@code N}: outputs served unremedied, or remedied but without their warning. */
    private Ratio exposedTo(String risk) {
        Ratio exposed = Ratio.ZERO;
        for (Map.Entry<String, List<Window>> of : windows.entrySet()) {
            if (knowledge.affected(risk, of.getKey())) {
                for (Window it : of.getValue()) {
                    exposed = exposed.plus(exposed(it, share(it, unremedied.of(risk))));
                }
            }
        }
        return exposed;
    }

    private static Ratio exposed(Window window, Ratio share) {
        Ratio remedied = Ratio.ONE.minus(share);
        return Ratio.of(window.outputs())
                .times(share)
                .plus(Ratio.of(window.unwarned()).times(remedied));
    }

    private static Ratio share(Window window, Intervals when) {
        BigInteger inside = BigInteger.ZERO;
        for (Interval it : when.list()) {
            Instant from = it.from().isAfter(window.from()) ? it.from() : window.from();
            Instant to = it.to() == null || it.to().isAfter(window.to()) ? window.to() : it.to();
            if (from.isBefore(to)) {
                inside = inside.add(nanos(from, to));
            }
        }
        return inside.signum() == 0
                ? Ratio.ZERO
                : Ratio.of(inside, nanos(window.from(), window.to()));
    }

    private static BigInteger nanos(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigInteger.valueOf(length.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(length.getNano()));
    }

    /** Mean and variance of a three-point estimate. */
    private record Moments(Ratio mean, Ratio variance) {

        static Moments of(Range range) {
            Ratio low = Ratio.of(range.low());
            Ratio high = Ratio.of(range.high());
            Ratio likely = Ratio.of(range.likely());
            Ratio deviation = high.minus(low).over(SIX);
            return new Moments(
                    low.plus(Ratio.of(4).times(likely)).plus(high).over(SIX),
                    deviation.times(deviation));
        }

        /** Of the product of two that are independent. */
        Moments times(Moments other) {
            Ratio square = mean.times(mean);
            Ratio otherSquare = other.mean.times(other.mean);
            return new Moments(
                    mean.times(other.mean),
                    variance.plus(square)
                            .times(other.variance.plus(otherSquare))
                            .minus(square.times(otherSquare)));
        }
    }
}
