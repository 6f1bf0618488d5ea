package org.dutyledger.liability.laws;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.dutyledger.liability.law.DutyRule;

/**
 * The matter of a duty (ADR 014): what was in service when, and every fact that names what the duty
 * is about, or a remedy, warning or incident that such a fact brings in.
 */
final class Matter {

    private final List<Fact> cut;
    private final DutyRule rule;
    private final String about;
    private final Set<String> remedies = new HashSet<>();
    private final Set<String> warnings = new HashSet<>();
    private final Set<String> incidents = new HashSet<>();

    private Matter(List<Fact> cut, DutyRule rule, String about) {
        this.cut = cut;
        this.rule = rule;
        this.about = about;
        cut.forEach(it -> bring(it.data()));
    }

    /** The facts of a cut that belong to a duty, in their order. */
    static List<Fact> of(List<Fact> cut, DutyRule rule, Duty duty) {
        Matter matter = new Matter(cut, rule, duty.about());
        return matter.cut.stream().filter(it -> matter.holds(it.data())).toList();
    }

    private void bring(FactData data) {
        switch (data) {
            case RemedyApplied it when it.measure().endsService() || it.risks().contains(risk()) ->
                    remedies.add(it.remedy());
            case WarningPublished it
                    when it.versions() == null || it.versions().contains(version()) ->
                    warnings.add(it.warning());
            case IncidentDetected it when risk().equals(it.risk()) -> incidents.add(it.incident());
            default -> {}
        }
    }

    private boolean holds(FactData data) {
        return switch (data) {
            case ModelReleased it -> true;
            case ModelWithdrawn it -> true;
            case RemedyApplied it -> remedies.contains(it.remedy());
            case RemedyReverted it -> remedies.contains(it.remedy());
            case RemedyMeasured it -> remedies.contains(it.remedy());
            case FindingMade it -> remedies.contains(it.about());
            case RiskReported it -> it.risk().equals(risk());
            case RiskConfirmed it -> it.risk().equals(risk());
            case RiskRescored it -> it.risk().equals(risk());
            case RiskDismissed it -> it.risk().equals(risk());
            case CoverageObserved it -> it.version().equals(version());
            case WarningPublished it -> ofVersion() && warnings.contains(it.warning());
            case WarningWithdrawn it -> ofVersion() && warnings.contains(it.warning());
            case IncidentDetected it -> isIncident(it.incident());
            case IncidentSized it -> it.incident().equals(incident());
            case IncidentHandled it -> it.incident().equals(incident());
            case NoticeSent it -> it.about().equals(risk()) || isIncident(it.about());
            case MonitoringPerformed it -> rule instanceof DutyRule.Monitor;
            default -> false;
        };
    }

    private boolean ofVersion() {
        return rule instanceof DutyRule.VersionNotice;
    }

    private boolean isIncident(String id) {
        return id.equals(incident()) || incidents.contains(id);
    }

    private String risk() {
        boolean ofRisk = rule instanceof DutyRule.Remediate || rule instanceof DutyRule.RiskNotice;
        return ofRisk ? about : "";
    }

    private String version() {
        return ofVersion() ? about : "";
    }

    private String incident() {
        return rule instanceof DutyRule.IncidentNotice ? about : "";
    }
}
