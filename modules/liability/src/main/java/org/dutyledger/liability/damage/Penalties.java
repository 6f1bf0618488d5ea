package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.liability.damage.Consequences.Breached;
import org.dutyledger.liability.damage.Consequences.PenaltyRange;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.ConsequenceRules.Penalty;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.dutyledger.liability.time.Periods;

/** What authorities may impose for the breaches on record. */
final class Penalties {

    private final Rulebook rulebook;
    private final Evidence evidence;

    Penalties(Rulebook rulebook, Evidence evidence) {
        this.rulebook = rulebook;
        this.evidence = evidence;
    }

    /** By rule; a penalty for nothing that was breached is left out. */
    List<PenaltyRange> of(List<Duty> duties) {
        List<PenaltyRange> ranges = new ArrayList<>();
        for (Penalty rule : rulebook.consequences().penalties()) {
            List<Breached> breached = breached(rule, duties);
            if (!breached.isEmpty() && isFor(rule.classes())) {
                ranges.add(range(rule, breached));
            }
        }
        ranges.sort(Comparator.comparing(PenaltyRange::rule));
        return List.copyOf(ranges);
    }

    private List<Breached> breached(Penalty rule, List<Duty> duties) {
        LocalDate from = rule.citation().appliesFrom();
        Instant since = from == null ? Instant.MIN : Periods.startOf(from, rulebook.zone());
        return duties.stream()
                .filter(duty -> rule.duties().contains(duty.rule()))
                .filter(duty ->
                        duty.breaches().stream()
                                .anyMatch(it -> it.to() == null || it.to().isAfter(since)))
                .map(duty -> new Breached(duty.rule(), duty.about()))
                .sorted(Comparator.comparing(Breached::rule).thenComparing(Breached::about))
                .toList();
    }

    private boolean isFor(Set<String> classes) {
        return classes.isEmpty()
                || evidence.ids(Kind.VERSION).stream()
                        .map(evidence::release)
                        .filter(Objects::nonNull)
                        .flatMap(release -> release.classes().stream())
                        .anyMatch(classes::contains);
    }

    private static PenaltyRange range(Penalty rule, List<Breached> breached) {
        int further = further(rule, breached);
        BigDecimal high = rule.max().add(rule.further().multiply(BigDecimal.valueOf(further)));
        return new PenaltyRange(
                rule.citation().rule(),
                rule.citation().article(),
                rule.citation().source(),
                breached,
                rule.min(),
                high,
                formula(rule, further),
                rule.turnover(),
                rule.gains());
    }

    private static int further(Penalty rule, List<Breached> breached) {
        return switch (rule.per()) {
            case ONCE -> 0;
            case VIOLATION -> breached.size() - 1;
        };
    }

    /** The arithmetic, with what no fact states by its name. */
    private static Wording formula(Penalty rule, int further) {
        String fixed = rule.max().toPlainString();
        String more = further > 0 ? " + " + further + " x " + rule.further().toPlainString() : "";
        String en = fixed + more;
        String zh = fixed + more.replace(" x ", "×");
        BigDecimal turnover = rule.turnover();
        if (turnover != null) {
            String share = turnover.toPlainString();
            en = "max(" + en + ", " + share + " x turnover)";
            zh = "max(" + zh + ", " + share + "×年营业额)";
        }
        Penalty.Gains gains = rule.gains();
        if (gains != null) {
            en += "; of illegal gains " + gains.min() + " to " + gains.max() + " x gains";
            zh += "；有违法所得的，违法所得的" + gains.min() + "至" + gains.max() + "倍";
        }
        return new Wording(en, zh);
    }
}
