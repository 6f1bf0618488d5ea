package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * Risks and versions of which harms may think otherwise since the last judging, each with the
 * stretch outside of which what harms rest on is the same.
 */
public final class Moved {

    /** What harms rest on of a risk, besides its breaches. */
    private record Standing(List<Episode> episodes, Intervals unremedied) {}

    private static final Interval EVER = new Interval(Instant.MIN, null);

    private final Map<String, Interval> risks = new TreeMap<>();
    private final Map<String, Interval> versions = new TreeMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    /** Risks whose episodes, remedies or breaches are others now. */
    public Map<String, Interval> risks() {
        return risks;
    }

    /** Versions whose breaches are others now. */
    public Map<String, Interval> versions() {
        return versions;
    }

    void forget(String risk) {
        standings.remove(risk);
    }

    void clear() {
        risks.clear();
        versions.clear();
    }

    void duty(@Nullable DutyRule rule, Duty after, @Nullable Duty before) {
        List<Breach> was = before == null ? List.of() : before.breaches();
        Interval when = Difference.ofBreaches(after.breaches(), was);
        if (rule == null || when == null) {
            return;
        }
        switch (rule) {
            case Remediate it -> risks.merge(after.about(), when, Moved::hull);
            case RiskNotice it -> {}
            case VersionNotice it -> versions.merge(after.about(), when, Moved::hull);
            case Monitor it -> {}
            case IncidentNotice it -> {}
        }
    }

    /** Looks at the risks that were judged and that a harm names. */
    void risks(Scene scene, Collection<String> judged) {
        for (String risk : judged) {
            if (!scene.history().linked(Link.HARMS_OF_RISK, risk).isEmpty()) {
                look(scene, risk);
            }
        }
    }

    private void look(Scene scene, String id) {
        RiskCase risk = scene.risk(id);
        Intervals unremedied =
                risk.unremedied(risk.affected(risk.last(), scene.relevance()), RiskDuties.WORKS);
        Standing now = new Standing(risk.episodes(), unremedied);
        Standing before = standings.put(id, now);
        Interval when =
                before == null || !before.episodes().equals(now.episodes())
                        ? EVER
                        : Difference.of(now.unremedied().list(), before.unremedied().list());
        if (when != null) {
            risks.merge(id, when, Moved::hull);
        }
    }

    private static Interval hull(Interval a, Interval b) {
        Instant from = a.from().isBefore(b.from()) ? a.from() : b.from();
        Instant to = a.to() == null || b.to() == null || a.to().isAfter(b.to()) ? a.to() : b.to();
        return new Interval(from, b.to() == null ? null : to);
    }
}
