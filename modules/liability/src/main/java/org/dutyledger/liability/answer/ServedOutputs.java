package org.dutyledger.liability.answer;

import static org.dutyledger.liability.answer.Arithmetic.EXACT;
import static org.dutyledger.liability.answer.Arithmetic.given;
import static org.dutyledger.liability.answer.Arithmetic.product;
import static org.dutyledger.liability.answer.Arithmetic.quotient;
import static org.dutyledger.liability.answer.Arithmetic.sum;
import static org.dutyledger.liability.answer.Arithmetic.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.PotentialBasis;
import org.dutyledger.liability.damage.PotentialBasis.LastDay;
import org.dutyledger.liability.damage.PotentialBasis.Served;
import org.dutyledger.liability.law.Wording;

/** How many outputs count, window by window (rules 33, 56). */
final class ServedOutputs {

    private final Grounds grounds;
    private final PotentialBasis basis;

    ServedOutputs(Grounds grounds, PotentialBasis basis) {
        this.grounds = grounds;
        this.basis = basis;
    }

    /** {@code N}: outputs unremedied, and of the rest those unwarned. */
    Explanation exposedTo(String risk) {
        return sum(
                "outputs exposed to risk " + risk,
                "暴露于风险" + risk + "的输出",
                List.of(unremedied(risk), unwarned(risk)));
    }

    /** Served while the risk should have been remedied. */
    Explanation unremedied(String risk) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.of(risk)) {
            if (it.open().signum() > 0) {
                windows.add(window(it, all(it), open(it.share())));
            }
        }
        return sum(
                "served while risk " + risk + " was unremedied", "风险" + risk + "未补救期间的输出", windows);
    }

    /** Served at other times, without a due warning. */
    Explanation unwarned(String risk) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.of(risk)) {
            if (it.unwarned() > 0 && it.open().compareTo(it.length()) < 0) {
                Explanation rest =
                        given(
                                "share of its time outside that",
                                "其余时间占比",
                                BigDecimal.ONE.subtract(it.share(), EXACT));
                windows.add(window(it, lacking(it), rest));
            }
        }
        return sum("served at other times without a due warning", "其余时间未予应有警示的输出", windows);
    }

    /** Of all windows, without a due warning. */
    Explanation unwarned(BigDecimal value) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.all()) {
            if (it.unwarned() > 0) {
                Wording words = words(it);
                windows.add(
                        with(
                                Explanation.of(words.en(), words.zh(), coverage(it)),
                                BigDecimal.valueOf(it.unwarned()),
                                Operation.GIVEN));
            }
        }
        return with(Explanation.of("outputs unwarned", "未警示输出", windows), value, Operation.SUM);
    }

    /** Of all windows, while any risk of their version should have been remedied. */
    Explanation unremedied(BigDecimal value) {
        List<Explanation> windows = new ArrayList<>();
        for (Served it : basis.all()) {
            if (it.open().signum() > 0) {
                windows.add(window(it, all(it), open(it.share())));
            }
        }
        return whole("outputs unremedied", "未补救输出", value, sum("of all windows", "各窗口合计", windows));
    }

    /** Whole outputs of a number that need not be whole. */
    static Explanation whole(String en, String zh, BigDecimal value, Explanation of) {
        return with(Explanation.of(en, zh, of), value, Operation.FLOOR);
    }

    /** Outputs of a version in an hour, or those of them without a due warning. */
    Explanation perHour(String version, boolean unwarned) {
        LastDay last = basis.lastDay(version);
        List<Explanation> windows = new ArrayList<>();
        if (last != null) {
            for (Served it : last.windows()) {
                Explanation share =
                        given(
                                "share of its time within these 24 hours",
                                "在该24小时内的时间占比",
                                it.share());
                windows.add(window(it, unwarned ? lacking(it) : all(it), share));
            }
        }
        BigDecimal covered =
                last == null ? BigDecimal.ONE : Figures.hours(new BigDecimal(last.covered()));
        return quotient(
                (unwarned ? "outputs without a due warning" : "outputs")
                        + " of version "
                        + version
                        + " in an hour",
                "版本" + version + "每小时" + (unwarned ? "未予应有警示的输出" : "输出"),
                sum("in the last 24 hours that its windows report", "其窗口所报最后24小时内", windows),
                given("hours of these that windows cover", "其中窗口覆盖的小时数", covered));
    }

    private Explanation window(Served it, Explanation outputs, Explanation share) {
        List<Explanation> facts = coverage(it);
        Wording words = words(it);
        return product(
                words.en(), words.zh(), outputs, share, facts.isEmpty() ? null : facts.getFirst());
    }

    private static Explanation all(Served it) {
        return given("outputs", "输出", BigDecimal.valueOf(it.outputs()));
    }

    private static Explanation lacking(Served it) {
        return given(
                "outputs without a due warning", "未予应有警示的输出", BigDecimal.valueOf(it.unwarned()));
    }

    private static Explanation open(BigDecimal share) {
        return given("share of its time unremedied", "未补救时间占比", share);
    }

    private static Wording words(Served it) {
        return new Wording(
                "window of version %s, %s to %s".formatted(it.version(), it.from(), it.to()),
                "版本%s的窗口，%s至%s".formatted(it.version(), it.from(), it.to()));
    }

    private List<Explanation> coverage(Served window) {
        Predicate<Fact> same =
                fact ->
                        fact.data() instanceof CoverageObserved it
                                && it.version().equals(window.version())
                                && it.from().equals(window.from())
                                && it.to().equals(window.to())
                                && it.outputs() == window.outputs();
        return grounds.those(same);
    }
}
