package org.dutyledger.liability.duty;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.liability.duty.Cover.Effect;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Risks and versions of which harms may think otherwise since the last judging. */
public final class Moved {

    /** What harms rest on of a risk, besides its breaches. */
    private record Standing(List<Episode> episodes, Intervals unremedied) {}

    private final NavigableSet<String> risks = new TreeSet<>();
    private final NavigableSet<String> versions = new TreeSet<>();
    private final Map<String, Standing> standings = new HashMap<>();

    /** Risks whose episodes, remedies or breaches are others now. */
    public NavigableSet<String> risks() {
        return risks;
    }

    /** Versions whose breaches are others now. */
    public NavigableSet<String> versions() {
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
        if (rule == null || after.breaches().equals(was)) {
            return;
        }
        switch (rule) {
            case Remediate it -> risks.add(after.about());
            case RiskNotice it -> risks.add(after.about());
            case VersionNotice it -> versions.add(after.about());
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
                risk.unremedied(
                        risk.affected(risk.last(), scene.relevance()),
                        EnumSet.of(Effect.EFFECTIVE));
        Standing now = new Standing(risk.episodes(), unremedied);
        if (!now.equals(standings.put(id, now))) {
            risks.add(id);
        }
    }
}
