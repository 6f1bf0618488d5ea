package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.law.Policy.Discovery;
import org.jspecify.annotations.Nullable;

/**
 * One life of a risk, up to its dismissal (rules 18 to 21).
 *
 * @param after the dismissal that ended the episode before, null: the first episode
 * @param discovered when, null: not
 * @param discovery the facts that discovered it
 * @param confirmation the first, null: none
 * @param severities from the discovery on, one after the other; empty: not discovered
 * @param dismissal null: not dismissed
 */
record Episode(
        @Nullable Fact after,
        @Nullable Instant discovered,
        List<Fact> discovery,
        @Nullable Fact confirmation,
        List<Step> severities,
        @Nullable Fact dismissal) {

    /**
     * A severity from an instant on.
     *
     * @param setBy the confirmation or rescoring, null: nobody has triaged
     */
    record Step(Instant from, Severity severity, @Nullable Fact setBy) {}

    /** The episodes of a risk, from its facts in fact order. */
    static List<Episode> split(List<Fact> facts, Discovery rule) {
        List<Episode> episodes = new ArrayList<>();
        List<Fact> own = new ArrayList<>();
        Fact after = null;
        for (Fact fact : facts) {
            own.add(fact);
            if (fact.data() instanceof RiskDismissed) {
                episodes.add(read(after, own, fact, rule));
                own.clear();
                after = fact;
            }
        }
        if (!own.isEmpty()) {
            episodes.add(read(after, own, null, rule));
        }
        return episodes;
    }

    private static Episode read(
            @Nullable Fact after, List<Fact> facts, @Nullable Fact dismissal, Discovery rule) {
        List<Fact> discovery = discovery(facts, rule);
        Fact confirmation =
                facts.stream()
                        .filter(it -> it.data() instanceof RiskConfirmed)
                        .findFirst()
                        .orElse(null);
        Instant discovered = discovery.isEmpty() ? null : discovery.getLast().time();
        return new Episode(
                after,
                discovered,
                discovery,
                confirmation,
                discovered == null ? List.of() : severities(facts, discovered),
                dismissal);
    }

    /** The facts that discovered the risk, the last of them at the discovery (rule 19). */
    private static List<Fact> discovery(List<Fact> facts, Discovery rule) {
        Deque<Fact> window = new ArrayDeque<>();
        Set<Object> seen = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof RiskConfirmed && rule.confirmed()) {
                return List.of(fact);
            }
            if (fact.data() instanceof RiskReported it
                    && it.credible()
                    && it.independent()
                    && seen.add(identity(it, fact.key()))) {
                window.add(fact);
                Instant opens = fact.time().minus(rule.within());
                while (window.getFirst().time().isBefore(opens)) {
                    window.removeFirst();
                }
                if (window.size() >= rule.reports()) {
                    return List.copyOf(window);
                }
            }
        }
        return List.of();
    }

    private static Object identity(RiskReported says, FactKey key) {
        return says.report() == null ? key : says.report();
    }

    private static List<Step> severities(List<Fact> facts, Instant discovered) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(discovered, Severity.S1, null));
        boolean confirmed = false;
        for (Fact fact : facts) {
            if (fact.data() instanceof RiskConfirmed it) {
                Instant from = confirmed ? fact.time() : discovered;
                set(steps, new Step(from, it.severity(), fact));
                confirmed = true;
            } else if (confirmed && fact.data() instanceof RiskRescored it) {
                set(steps, new Step(fact.time(), it.severity(), fact));
            }
        }
        return List.copyOf(steps);
    }

    /** A step at or before the last one's beginning takes its place. */
    private static void set(List<Step> steps, Step step) {
        if (step.from().isAfter(steps.getLast().from())) {
            steps.add(step);
        } else {
            steps.set(
                    steps.size() - 1,
                    new Step(steps.getLast().from(), step.severity(), step.setBy()));
        }
    }

    /** What triage last said of it. */
    Step severity() {
        return severities.getLast();
    }

    /** When it ended, null: it goes on. */
    @Nullable Instant ended() {
        return dismissal == null ? null : dismissal.time();
    }

    /** Whether a fact comes within the episode, in fact order. */
    boolean holds(Fact fact) {
        return (after == null || Fact.ORDER.compare(after, fact) < 0)
                && (dismissal == null || Fact.ORDER.compare(fact, dismissal) < 0);
    }
}
