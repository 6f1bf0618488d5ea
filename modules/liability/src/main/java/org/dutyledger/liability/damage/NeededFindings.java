package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.liability.damage.HarmVerdict.Effect;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;

/** Which findings are needed, one entry for each question and subject (rule 54). */
final class NeededFindings {

    private static final Comparator<NeededFinding> ORDER =
            Comparator.comparing(NeededFinding::question).thenComparing(NeededFinding::about);

    private final Map<NeededFinding, NeededFinding> first = new TreeMap<>(ORDER);

    /** What turns on amounts, summed over the harms on which it bears. */
    void addEffects(List<Effect> effects) {
        Map<NeededFinding, Effect> sums = new TreeMap<>(ORDER);
        for (Effect effect : effects) {
            NeededFinding key = new NeededFinding(effect.question().wireName(), effect.about(), "");
            sums.merge(key, effect, NeededFindings::plus);
        }
        sums.values().forEach(it -> add(entry(it)));
    }

    /** One more; what was said of the same question and subject before it stays. */
    void add(NeededFinding needed) {
        first.putIfAbsent(needed, needed);
    }

    /** By question and subject. */
    List<NeededFinding> list() {
        return List.copyOf(first.values());
    }

    private static Effect plus(Effect one, Effect other) {
        return new Effect(
                one.question(),
                one.about(),
                one.against().add(other.against()),
                one.forClaimant().add(other.forClaimant()));
    }

    private static NeededFinding entry(Effect it) {
        return new NeededFinding(
                it.question().wireName(),
                it.about(),
                it.question().column().wireName()
                        + " "
                        + text(it.against())
                        + " or "
                        + text(it.forClaimant()));
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }
}
