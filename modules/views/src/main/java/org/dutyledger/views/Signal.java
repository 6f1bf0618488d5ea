package org.dutyledger.views;

import java.time.Instant;
import java.util.Set;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.jspecify.annotations.Nullable;

/** What one fact said about one subject, as the views keep it. */
record Signal(String subject, Instant time, FactData data) {

    /** What a signal is about. */
    enum About {
        RISK,
        VERSION,
        INCIDENT,
        /** A notice, by the risk or incident it is about. */
        NOTICE,
        /** An answer, by the notice it answers. */
        ANSWER
    }

    /** Types that leave nothing: not even read. */
    private static final Set<String> SILENT =
            Set.of(
                    "org.dutyledger.coverage.observed.v1",
                    "org.dutyledger.warning.published.v1",
                    "org.dutyledger.remedy.applied.v1",
                    "org.dutyledger.warning.shown.v1",
                    "org.dutyledger.monitoring.performed.v1",
                    "org.dutyledger.remedy.measured.v1",
                    "org.dutyledger.harm.recorded.v1",
                    "org.dutyledger.evidence.filed.v1");

    /** Whether a fact of this type need be read: false, then it leaves nothing. */
    static boolean maySpeak(String type) {
        return !SILENT.contains(type);
    }

    /** What the views keep of a fact, null: nothing beside its place in the history. */
    static @Nullable Subject subjectOf(FactData data) {
        return switch (data) {
            case RiskReported fact -> new Subject(About.RISK, fact.risk());
            case RiskConfirmed fact -> new Subject(About.RISK, fact.risk());
            case RiskRescored fact -> new Subject(About.RISK, fact.risk());
            case RiskDismissed fact -> new Subject(About.RISK, fact.risk());
            case ModelReleased fact -> new Subject(About.VERSION, fact.version());
            case ModelWithdrawn fact -> new Subject(About.VERSION, fact.version());
            case IncidentDetected fact -> new Subject(About.INCIDENT, fact.incident());
            case IncidentSized fact -> new Subject(About.INCIDENT, fact.incident());
            case IncidentHandled fact -> new Subject(About.INCIDENT, fact.incident());
            case NoticeSent fact -> new Subject(About.NOTICE, fact.about());
            case NoticeAnswered fact -> new Subject(About.ANSWER, fact.notice());
            case FactData.PartyDeclared _,
                    FactData.WarningPublished _,
                    FactData.WarningWithdrawn _,
                    FactData.WarningShown _,
                    FactData.CoverageObserved _,
                    FactData.RemedyPlanned _,
                    FactData.RemedyApplied _,
                    FactData.RemedyMeasured _,
                    FactData.RemedyReverted _,
                    FactData.MonitoringPerformed _,
                    FactData.HarmRecorded _,
                    FactData.FindingMade _,
                    FactData.ClaimFiled _,
                    FactData.ClaimAdvanced _,
                    FactData.QualityAssessed _,
                    FactWithdrawn _,
                    FactData.EvidenceFiled _ ->
                    null;
        };
    }

    /** What it is about, and its id. */
    record Subject(About about, String id) {}
}
