package org.dutyledger.liability.history;

import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.EvidenceFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.QualityAssessed;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyPlanned;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is about: the sheet it is filed on.
 *
 * @param id within its kind; empty where there is but one
 */
public record Subject(Kind kind, String id) {

    /** The kinds of sheets. */
    public enum Kind {
        RISK,
        VERSION,
        COVERAGE,
        REMEDY,
        WARNING,
        /** Notices sent, by the risk or incident they are about. */
        NOTICES,
        INCIDENT,
        MONITORING,
        /** Findings made, by what they are about. */
        FINDINGS,
        HARM,
        CLAIM,
        PARTY
    }

    /** Standing supervision has one sheet. */
    public static final Subject MONITORING = new Subject(Kind.MONITORING, "");

    /** Where a fact that says this is filed, null: it bears on nothing that is judged. */
    public static @Nullable Subject of(FactData data) {
        return switch (data) {
            case RiskReported it -> new Subject(Kind.RISK, it.risk());
            case RiskConfirmed it -> new Subject(Kind.RISK, it.risk());
            case RiskRescored it -> new Subject(Kind.RISK, it.risk());
            case RiskDismissed it -> new Subject(Kind.RISK, it.risk());
            case ModelReleased it -> new Subject(Kind.VERSION, it.version());
            case ModelWithdrawn it -> new Subject(Kind.VERSION, it.version());
            case CoverageObserved it -> new Subject(Kind.COVERAGE, it.version());
            case RemedyApplied it -> new Subject(Kind.REMEDY, it.remedy());
            case RemedyReverted it -> new Subject(Kind.REMEDY, it.remedy());
            case RemedyMeasured it -> new Subject(Kind.REMEDY, it.remedy());
            case WarningPublished it -> new Subject(Kind.WARNING, it.warning());
            case WarningWithdrawn it -> new Subject(Kind.WARNING, it.warning());
            case IncidentDetected it -> new Subject(Kind.INCIDENT, it.incident());
            case IncidentSized it -> new Subject(Kind.INCIDENT, it.incident());
            case IncidentHandled it -> new Subject(Kind.INCIDENT, it.incident());
            case NoticeSent it -> new Subject(Kind.NOTICES, it.about());
            case MonitoringPerformed it -> MONITORING;
            case FindingMade it -> new Subject(Kind.FINDINGS, it.about());
            case HarmRecorded it -> new Subject(Kind.HARM, it.harm());
            case ClaimFiled it -> new Subject(Kind.CLAIM, it.claim());
            case ClaimAdvanced it -> new Subject(Kind.CLAIM, it.claim());
            case PartyDeclared it -> new Subject(Kind.PARTY, it.party());
            case WarningShown it -> null;
            case RemedyPlanned it -> null;
            case NoticeAnswered it -> null;
            case QualityAssessed it -> null;
            case EvidenceFiled it -> null;
            case FactWithdrawn it -> null;
        };
    }
}
