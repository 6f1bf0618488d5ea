package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;

/** The windows of outputs on which expected future harm rests (rules 56, 57). */
public final class ServedOutputs {

    private final Knowledge knowledge;
    private final List<Window> windows;
    private final Unremedied unremedied;

    /** Of the facts of a cut, none later than {@code asOf}. */
    public ServedOutputs(
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
    }

    /**
     * One window.
     *
     * @param unwarned outputs without a due warning
     * @param open nanoseconds of it in which a risk should have been remedied
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

        /** The part of its time in which the risk should have been remedied, to 34 digits. */
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

    private static Served served(Window window, Intervals when) {
        BigInteger open = BigInteger.ZERO;
        for (Interval it : when.list()) {
            Instant from = it.from().isAfter(window.from()) ? it.from() : window.from();
            Instant to = it.to() == null || it.to().isAfter(window.to()) ? window.to() : it.to();
            if (from.isBefore(to)) {
                open = open.add(nanos(from, to));
            }
        }
        return new Served(
                window.version(),
                window.from(),
                window.to(),
                window.outputs(),
                window.unwarned(),
                open,
                nanos(window.from(), window.to()));
    }

    private static BigInteger nanos(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigInteger.valueOf(length.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(length.getNano()));
    }
}
