package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.jspecify.annotations.Nullable;

/**
 * From when on the coming and going of versions can no longer change the verdicts on a risk:
 * because it was dismissed, or a remedy that works covers every version. A risk of which that
 * cannot be said is never quiet. And from which fact on no further report of it can.
 */
final class Quiet {

    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Fact> discoveries = new HashMap<>();
    private final NavigableMap<Instant, NavigableSet<String>> risks = new TreeMap<>();

    /** The risks that a change of service from {@code t} on may concern. */
    NavigableSet<String> disturbedAt(Instant t) {
        NavigableSet<String> disturbed = new TreeSet<>();
        risks.tailMap(t, true).values().forEach(disturbed::addAll);
        return disturbed;
    }

    /** Looks again at risks that were judged. */
    void update(Scene scene, Collection<String> judged, Collection<DutyRule> rules) {
        for (String id : judged) {
            RiskCase risk = scene.risk(id);
            put(id, risk.last() == null ? null : since(scene, risk, rules));
            discovered(id, risk.last());
        }
    }

    /** Since when the risk is quiet, null: it is not known here. */
    @Nullable Instant since(String risk) {
        return since.get(risk);
    }

    void forget(String risk) {
        put(risk, null);
        discoveries.remove(risk);
    }

    private void discovered(String risk, @Nullable Episode last) {
        if (last == null || last.dismissal() != null || last.discovery().isEmpty()) {
            discoveries.remove(risk);
        } else {
            discoveries.put(risk, last.discovery().getLast());
        }
    }

    /** Whether a report changes nothing: what it tells was discovered before it (rule 19). */
    boolean isKnownBefore(String risk, Fact report) {
        Fact discovery = discoveries.get(risk);
        return discovery != null && Fact.ORDER.compare(discovery, report) < 0;
    }

    private void put(String risk, @Nullable Instant from) {
        Instant before = from == null ? since.remove(risk) : since.put(risk, from);
        if (before != null && !before.equals(from)) {
            NavigableSet<String> same = risks.get(before);
            if (same != null && same.remove(risk) && same.isEmpty()) {
                risks.remove(before);
            }
        }
        if (from != null) {
            risks.computeIfAbsent(from, t -> new TreeSet<>()).add(risk);
        }
    }

    private static Instant since(Scene scene, RiskCase risk, Collection<DutyRule> rules) {
        Episode last = risk.episodes().getLast();
        if (last.dismissal() != null) {
            return last.dismissal().time();
        }
        Instant discovered = last.discovered();
        if (discovered == null) {
            return last.after() == null ? Instant.MIN : last.after().time();
        }
        Instant covered = risk.coveredSince();
        if (covered == null) {
            return Instant.MAX;
        }
        Instant quiet = later(later(discovered, covered), last.severity().from());
        for (DutyRule rule : rules) {
            if ((rule instanceof Remediate || rule instanceof RiskNotice) && scene.reaches(rule)) {
                Instant first = risk.firstReleased(risk.affected(last, scene.relevance(rule)));
                if (first == null) {
                    return Instant.MAX;
                }
                quiet = later(quiet, first);
                Instant applies = scene.appliesFrom(rule);
                quiet = applies == null ? quiet : later(quiet, applies);
            }
        }
        return quiet;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
