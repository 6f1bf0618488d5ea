package org.dutyledger.contract.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.dutyledger.contract.FactData;
import org.jspecify.annotations.Nullable;

/** The shape of every type of fact, by its CloudEvents type. */
final class FactShapes {

    private static final Map<String, Shape<? extends FactData>> BY_TYPE = new HashMap<>();

    static {
        add("party.declared", ModelShapes::partyDeclared);
        add("model.released", ModelShapes::modelReleased);
        add("model.withdrawn", ModelShapes::modelWithdrawn);
        add("monitoring.performed", ModelShapes::monitoringPerformed);
        add("quality.assessed", ModelShapes::qualityAssessed);
        add("risk.reported", RiskShapes::riskReported);
        add("risk.confirmed", RiskShapes::riskConfirmed);
        add("risk.rescored", RiskShapes::riskRescored);
        add("risk.dismissed", RiskShapes::riskDismissed);
        add("warning.published", WarningShapes::warningPublished);
        add("warning.withdrawn", WarningShapes::warningWithdrawn);
        add("warning.shown", WarningShapes::warningShown);
        add("coverage.observed", WarningShapes::coverageObserved);
        add("remedy.planned", RemedyShapes::remedyPlanned);
        add("remedy.applied", RemedyShapes::remedyApplied);
        add("remedy.measured", RemedyShapes::remedyMeasured);
        add("remedy.reverted", RemedyShapes::remedyReverted);
        add("notice.sent", IncidentShapes::noticeSent);
        add("notice.answered", IncidentShapes::noticeAnswered);
        add("incident.detected", IncidentShapes::incidentDetected);
        add("incident.sized", IncidentShapes::incidentSized);
        add("incident.handled", IncidentShapes::incidentHandled);
        add("harm.recorded", ClaimShapes::harmRecorded);
        add("finding.made", ClaimShapes::findingMade);
        add("claim.filed", ClaimShapes::claimFiled);
        add("claim.advanced", ClaimShapes::claimAdvanced);
        add("fact.withdrawn", ClaimShapes::factWithdrawn);
        add("evidence.filed", ClaimShapes::evidenceFiled);
    }

    private FactShapes() {}

    /** Null: not a type of fact. */
    static @Nullable Shape<? extends FactData> of(String type) {
        return BY_TYPE.get(type);
    }

    private static void add(String name, Supplier<Shape<? extends FactData>> shape) {
        BY_TYPE.put("org.dutyledger." + name + ".v1", shape.get());
    }
}
