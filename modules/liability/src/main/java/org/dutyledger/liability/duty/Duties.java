package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.duty.Versions.Released;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/** Judges the duties of a model (semantics C to I). */
public final class Duties {

    /** The order of an answer (rule 60). */
    static final Comparator<Duty> ORDER =
            Comparator.comparing(Duty::rule).thenComparing(Duty::about);

    private Duties() {}

    /**
     * Judges all duties anew from the whole history.
     *
     * @param orderedCut the facts of the model within the cut (rules 3 to 5), withdrawn ones left
     *     out
     * @param asOf the instant of the answer; no fact of the cut is later
     */
    public static JudgedDuties judge(
            Rulebook rulebook, Policy policy, ModelId model, List<Fact> orderedCut, Instant asOf) {
        History history = new History();
        orderedCut.forEach(history::file);
        Scene scene = Scene.of(rulebook, policy, history, asOf);
        List<Duty> duties = new ArrayList<>();
        for (DutyRule rule : rulebook.duties()) {
            for (String about : abouts(scene, rule, model)) {
                Judged judged = judge(scene, rule, about, Since.EVER);
                if (judged != null) {
                    duties.add(judged.duty());
                }
            }
        }
        duties.sort(ORDER);
        return new JudgedDuties(List.copyOf(duties), Known.of(scene, duties));
    }

    /** All that a duty of the rule can be about. */
    private static List<String> abouts(Scene scene, DutyRule rule, ModelId model) {
        return switch (rule) {
            case Remediate it -> scene.said(Kind.RISK);
            case RiskNotice it -> scene.said(Kind.RISK);
            case VersionNotice it -> scene.said(Kind.VERSION);
            case Monitor it -> List.of(model.toString());
            case IncidentNotice it -> scene.said(Kind.INCIDENT);
        };
    }

    /**
     * One duty.
     *
     * @param since from when on the verdict is not known yet
     * @return null: there is no such duty (rule 60)
     */
    static @Nullable Judged judge(Scene scene, DutyRule rule, String about, Since since) {
        if (!scene.reaches(rule)) {
            return null;
        }
        return switch (rule) {
            case Remediate it -> {
                RiskCase risk = scene.risk(about);
                yield risk.last() == null ? null : new RiskDuties(scene).remediate(it, risk);
            }
            case RiskNotice it -> {
                RiskCase risk = scene.risk(about);
                yield risk.last() == null ? null : new RiskDuties(scene).tell(it, risk);
            }
            case VersionNotice it -> {
                Released version = scene.versions().get(about);
                yield version == null || !scene.relevance(it).test(version.says())
                        ? null
                        : new VersionDuties(scene).judge(it, version, since);
            }
            case Monitor it -> new MonitorDuty(scene).judge(it, about, since);
            case IncidentNotice it -> new IncidentDuties(scene).judge(it, about);
        };
    }
}
