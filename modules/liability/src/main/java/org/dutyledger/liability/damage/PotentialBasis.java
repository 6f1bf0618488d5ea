package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** What expected future harm rests on: windows of outputs, and estimates (rules 56, 57). */
public final class PotentialBasis {

    private final Knowledge knowledge;
    private final List<Window> windows;
    private final Unremedied unremedied;
    private final RiskEstimates estimates;

    /** Of the facts of a cut, none later than {@code asOf}. */
    public PotentialBasis(
            Rulebook rulebook,
            Policy policy,
            List<Fact> orderedCut,
            Knowledge knowledge,
            Instant asOf) {
        History history = new History();
        orderedCut.forEach(history::file);
        Evidence evidence = new Evidence(history, asOf);
        this.knowledge = knowledge;
        this.windows = new Windows(rulebook, policy, evidence, knowledge).all();
        this.unremedied = new Unremedied(rulebook.damages().potential(), evidence, knowledge);
        this.estimates = new RiskEstimates(rulebook.currency(), evidence, knowledge);
    }

    /** An estimate that stands, and the fact that says so. */
    public record Estimated(Fact fact, Range harmRate, Range lossPerHarm) {}

    /** By open risk, in order; those in another currency are left out. */
    public SortedMap<String, Estimated> estimates() {
        SortedMap<String, Estimated> byRisk = new TreeMap<>();
        estimates.byRisk().forEach((risk, each) -> byRisk.put(risk, each.by()));
        return byRisk;
    }

    /**
     * One window.
     *
     * @param unwarned outputs without a due warning
     * @param open nanoseconds of it that are asked about, such as those in which a risk should have
     *     been remedied
     * @param length its nanoseconds
     */
    public record Served(
            String version,
            Instant from,
            Instant to,
            long outputs,
            long unwarned,
            BigInteger open,
            BigInteger length) {

        /** The part of its time that is asked about, to 34 digits. */
        public BigDecimal share() {
            return new BigDecimal(open).divide(new BigDecimal(length), MathContext.DECIMAL128);
        }
    }

    /** All, with any risk that affects their version. */
    public List<Served> all() {
        return windows.stream().map(it -> served(it, unremedied.ofVersion(it.version()))).toList();
    }

    /** Those of versions that the risk affects. */
    public List<Served> of(String risk) {
        List<Served> served = new ArrayList<>();
        for (Window it : windows) {
            if (knowledge.affected(risk, it.version())) {
                served.add(served(it, unremedied.of(risk)));
            }
        }
        return served;
    }

    /**
     * The 24 hours that the windows of a version end with, by which its outputs in an hour are
     * told.
     *
     * @param windows those that reach into them, {@code open} the nanoseconds that do
     * @param covered nanoseconds of them that windows cover
     */
    public record LastDay(List<Served> windows, BigInteger covered) {}

    /** Of a version, null: it has no windows. */
    public @Nullable LastDay lastDay(String version) {
        List<Window> of = windows.stream().filter(it -> it.version().equals(version)).toList();
        if (of.isEmpty()) {
            return null;
        }
        Intervals last = Rates.lastDay(of);
        return new LastDay(
                of.stream()
                        .filter(it -> it.inside(last).signum() > 0)
                        .map(it -> served(it, last))
                        .toList(),
                Rates.covered(of, last));
    }

    private static Served served(Window window, Intervals when) {
        return new Served(
                window.version(),
                window.from(),
                window.to(),
                window.outputs(),
                window.unwarned(),
                window.inside(when),
                window.length());
    }
}
