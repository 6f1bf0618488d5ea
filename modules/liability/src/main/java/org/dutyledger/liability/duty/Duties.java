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
        Scene scene = new Scene(rulebook, policy, history, asOf);
        List<Duty> duties = new ArrayList<>();
        for (DutyRule rule : rulebook.duties()) {
            for (Judged judged : judge(scene, rule, model)) {
                duties.add(judged.duty());
            }
        }
        duties.sort(ORDER);
        return new JudgedDuties(List.copyOf(duties), new Known(scene, duties));
    }

    /** Every duty of one rule. */
    static List<Judged> judge(Scene scene, DutyRule rule, ModelId model) {
        List<Judged> all = new ArrayList<>();
        if (!scene.reaches(rule)) {
            return all;
        }
        switch (rule) {
            case Remediate it -> {
                for (String risk : scene.said(Kind.RISK)) {
                    all.add(new RiskDuties(scene).remediate(it, scene.risk(risk)));
                }
            }
            case RiskNotice it -> {
                for (String risk : scene.said(Kind.RISK)) {
                    all.add(new RiskDuties(scene).tell(it, scene.risk(risk)));
                }
            }
            case VersionNotice it -> {
                for (Released version : scene.versions().relevant(scene.relevance(it))) {
                    all.add(new VersionDuties(scene).judge(it, version));
                }
            }
            case Monitor it -> all.add(new MonitorDuty(scene).judge(it, model.toString()));
            case IncidentNotice it -> {
                for (String incident : scene.said(Kind.INCIDENT)) {
                    Judged judged = new IncidentDuties(scene).judge(it, incident);
                    if (judged != null) {
                        all.add(judged);
                    }
                }
            }
        }
        return all;
    }
}
