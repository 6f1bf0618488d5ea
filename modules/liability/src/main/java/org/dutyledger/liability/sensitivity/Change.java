package org.dutyledger.liability.sensitivity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.law.Wording;

/** What one candidate changes: the answer without it and with it, at the same instant. */
public record Change(Candidate candidate, Standing without, Standing with) {

    /** The most saved first, then the most duties mended. */
    static final Comparator<Change> ORDER =
            Comparator.comparing(Change::saved)
                    .thenComparing(Change::savedAtMost)
                    .thenComparingInt(it -> it.mended().size() - it.broken().size())
                    .reversed()
                    .thenComparing(it -> it.candidate().says().en());

    /** Saved of the likely damages and the expected future harm; below 0: it costs that. */
    public BigDecimal saved() {
        return without.likely().subtract(with.likely());
    }

    /** Saved of the most that may be found, and the expected future harm. */
    public BigDecimal savedAtMost() {
        return without.high().subtract(with.high());
    }

    /** Duties that would not be in breach. */
    public List<String> mended() {
        return less(without.breached(), with.breached());
    }

    /** Duties that would be in breach besides. */
    public List<String> broken() {
        return less(with.breached(), without.breached());
    }

    /** Whether anything compared differs. */
    boolean changes() {
        return !figures().isEmpty();
    }

    /** The candidate and every pair of figures that differs. */
    public Wording says() {
        List<Wording> figures = figures();
        return new Wording(
                candidate.says().en()
                        + ": "
                        + String.join("; ", figures.stream().map(Wording::en).toList()),
                candidate.says().zh()
                        + "："
                        + String.join("；", figures.stream().map(Wording::zh).toList()));
    }

    private List<Wording> figures() {
        List<Wording> figures = new ArrayList<>();
        Scenarios before = without.realised();
        Scenarios after = with.realised();
        if (same(before.low(), after.low(), before.likely(), after.likely())
                && same(before.high(), after.high(), before.likely(), after.likely())) {
            amounts(figures, "damages", "赔偿", before.likely(), after.likely());
        } else {
            amounts(figures, "likely damages", "可能的赔偿", before.likely(), after.likely());
            amounts(figures, "damages at least", "赔偿下限", before.low(), after.low());
            amounts(figures, "damages at most", "赔偿上限", before.high(), after.high());
        }
        amounts(
                figures,
                "expected future harm",
                "预期未来损害",
                without.potential().mean(),
                with.potential().mean());
        duties(figures, "%d fewer in breach (%s)", "减少%d项违反（%s）", mended());
        duties(figures, "%d more in breach (%s)", "增加%d项违反（%s）", broken());
        return figures;
    }

    /** Whether both are the same pair of figures. */
    private static boolean same(
            BigDecimal before, BigDecimal after, BigDecimal otherBefore, BigDecimal otherAfter) {
        return before.compareTo(otherBefore) == 0 && after.compareTo(otherAfter) == 0;
    }

    private static void amounts(
            List<Wording> figures, String en, String zh, BigDecimal before, BigDecimal after) {
        BigDecimal saved = before.subtract(after);
        if (saved.signum() != 0) {
            boolean less = saved.signum() > 0;
            String by = saved.abs().toPlainString();
            figures.add(
                    new Wording(
                            "%s %s instead of %s, %s %s"
                                    .formatted(
                                            en,
                                            after.toPlainString(),
                                            before.toPlainString(),
                                            less ? "saves" : "costs",
                                            by),
                            "%s由%s变为%s，%s%s"
                                    .formatted(
                                            zh,
                                            before.toPlainString(),
                                            after.toPlainString(),
                                            less ? "节省" : "增加",
                                            by)));
        }
    }

    private static void duties(List<Wording> figures, String en, String zh, List<String> duties) {
        if (!duties.isEmpty()) {
            figures.add(
                    new Wording(
                            en.formatted(duties.size(), String.join(", ", duties)),
                            zh.formatted(duties.size(), String.join("、", duties))));
        }
    }

    private static List<String> less(List<String> these, List<String> those) {
        return these.stream().filter(it -> !those.contains(it)).toList();
    }
}
