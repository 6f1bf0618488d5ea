package org.dutyledger.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says: one record per type of the contract's section 1, in its order. Only what the
 * engine reads is here; unknown fields stay in the fact's own bytes. A {@code null} component is an
 * absent field; an absent list that means "all" is {@code null}, never empty.
 */
public sealed interface FactData {

    /** Who does what for this model. {@code versions} null: every version. */
    record PartyDeclared(
            String party,
            List<Activity> activities,
            List<Control> controls,
            @Nullable List<String> versions,
            @Nullable String name)
            implements FactData {}

    /**
     * A version enters circulation. {@code substantialModification} null: undecided; {@code topics}
     * null: unknown; {@code surfaces} null: none named.
     */
    record ModelReleased(
            String version,
            List<String> jurisdictions,
            @Nullable String previous,
            @Nullable Boolean substantialModification,
            @Nullable List<String> surfaces,
            @Nullable List<String> topics,
            List<String> classes,
            List<String> fixes,
            List<String> reintroduces)
            implements FactData {}

    /** The version leaves service. */
    record ModelWithdrawn(String version, @Nullable String reason) implements FactData {}

    /** One signal of a risk. {@code report} null: the fact's own id tells reports apart. */
    record RiskReported(
            String risk,
            @Nullable String report,
            @Nullable String reporter,
            boolean credible,
            boolean independent)
            implements FactData {}

    /** Triage confirmed the risk: actual knowledge begins. {@code versions} null: none named. */
    record RiskConfirmed(
            String risk,
            Severity severity,
            @Nullable String title,
            @Nullable String hazard,
            @Nullable Defect defect,
            @Nullable List<String> versions,
            @Nullable List<String> topics,
            List<String> cause,
            @Nullable Estimate estimate)
            implements FactData {}

    /** The severity from the fact's time on. */
    record RiskRescored(
            String risk, Severity severity, @Nullable Estimate estimate, @Nullable String reason)
            implements FactData {}

    /** Not a risk after all. */
    record RiskDismissed(String risk, String reason) implements FactData {}

    /** A notice is in force. Null lists: not limited. {@code placement} null: never counts. */
    record WarningPublished(
            String warning,
            String locale,
            @Nullable List<String> topics,
            @Nullable List<String> risks,
            @Nullable List<String> surfaces,
            @Nullable List<String> versions,
            @Nullable String placement)
            implements FactData {}

    /** The notice is no longer in force. */
    record WarningWithdrawn(String warning, @Nullable String reason) implements FactData {}

    /**
     * Telemetry before windowing: of {@code outputs} answers, {@code warned} carried the warning.
     */
    record WarningShown(
            String version,
            long outputs,
            long warned,
            @Nullable String surface,
            @Nullable String topic,
            @Nullable String locale,
            @Nullable String warning,
            @Nullable Instant from,
            @Nullable Instant to)
            implements FactData {}

    /** One closed window of answers given and warned, half-open; a higher revision replaces. */
    record CoverageObserved(
            String version,
            Instant from,
            Instant to,
            long outputs,
            long warned,
            @Nullable String surface,
            @Nullable String topic,
            @Nullable String locale,
            long revision)
            implements FactData {}

    /** A remedy is planned. */
    record RemedyPlanned(String remedy, List<String> risks, Measure measure, @Nullable Instant due)
            implements FactData {}

    /**
     * A remedy is in force. {@code versions} null: all; {@code rollout} 0..1, 1 is full; {@code
     * cost} of applying it, null: not stated.
     */
    record RemedyApplied(
            String remedy,
            List<String> risks,
            Measure measure,
            @Nullable List<String> versions,
            BigDecimal rollout,
            @Nullable Money cost)
            implements FactData {

        /** One whose cost is not stated. */
        public RemedyApplied(
                String remedy,
                List<String> risks,
                Measure measure,
                @Nullable List<String> versions,
                BigDecimal rollout) {
            this(remedy, risks, measure, versions, rollout, null);
        }
    }

    /** Recurrence before and after a remedy. {@code window} null: not stated. */
    record RemedyMeasured(
            String remedy, String risk, Counts before, Counts after, @Nullable Duration window)
            implements FactData {}

    /** The remedy is no longer in force. */
    record RemedyReverted(String remedy, @Nullable String reason) implements FactData {}

    /**
     * Informing and reporting. {@code about} is a risk or incident id; {@code cost} of sending it,
     * null: not stated.
     */
    record NoticeSent(
            String notice, String to, String about, @Nullable String form, @Nullable Money cost)
            implements FactData {

        /** One whose cost is not stated. */
        public NoticeSent(String notice, String to, String about, @Nullable String form) {
            this(notice, to, about, form, null);
        }
    }

    /** What the addressee of a notice said; moves no clock. */
    record NoticeAnswered(
            String notice, String answer, @Nullable String receipt, @Nullable String by)
            implements FactData {}

    /** The standing supervision ran. */
    record MonitoringPerformed(
            String mechanism,
            @Nullable List<String> topics,
            @Nullable List<String> versions,
            @Nullable String result)
            implements FactData {}

    /** Awareness of an incident. {@code operatorClass} null: other. */
    record IncidentDetected(
            String incident,
            IncidentKind kind,
            @Nullable String risk,
            @Nullable String version,
            boolean imminent,
            boolean criticalInfrastructure,
            @Nullable String operatorClass)
            implements FactData {}

    /** Grading facts; each field of a later one replaces that field. */
    record IncidentSized(
            String incident,
            @Nullable Long persons,
            @Nullable Money directLoss,
            @Nullable Long deaths,
            @Nullable Long seriousInjuries)
            implements FactData {}

    /** Handling ended. */
    record IncidentHandled(String incident) implements FactData {}

    /** Harm to a person or thing. {@code outputAt}: when the output was served. */
    record HarmRecorded(
            String harm,
            String version,
            Instant outputAt,
            Instant harmAt,
            List<HarmItem> items,
            @Nullable String risk,
            @Nullable String incident,
            @Nullable Integer age,
            @Nullable String severity,
            BigDecimal ownFault,
            boolean professionalUse,
            @Nullable Money pricePaid,
            @Nullable String jurisdiction)
            implements FactData {}

    /** What a court, an expert or the provider decided. */
    record FindingMade(
            String question,
            String about,
            Answer answer,
            @Nullable String by,
            @Nullable String reason)
            implements FactData {}

    /** A claim joins harms against parties. */
    record ClaimFiled(
            String claim,
            List<String> harms,
            List<String> against,
            @Nullable String forum,
            List<String> remedies)
            implements FactData {}

    /** A claim moves on. {@code shares} null: none named. */
    record ClaimAdvanced(
            String claim,
            String stage,
            @Nullable Money amount,
            @Nullable Map<String, BigDecimal> shares)
            implements FactData {}

    /** Criteria of the paper's quality standard, each 0..1. */
    record QualityAssessed(
            String version,
            Map<String, BigDecimal> criteria,
            @Nullable String standard,
            @Nullable String assessor)
            implements FactData {}

    /** The named fact of the same source was wrong: it takes no part from the recording on. */
    record FactWithdrawn(String fact, String reason, @Nullable String replacedBy)
            implements FactData {}

    /** A file's digest enters the ledger. */
    record EvidenceFiled(String digest, String mediaType, String about, @Nullable String title)
            implements FactData {}

    /** Events among outputs. */
    record Counts(long events, long outputs) {}

    /** Three-point estimates of harm per output and of loss per harm. */
    record Estimate(
            @Nullable Range harmRate, @Nullable Range lossPerHarm, @Nullable String currency) {}

    /** Low, likely, high. */
    record Range(BigDecimal low, BigDecimal likely, BigDecimal high) {}

    /**
     * One item of a harm: an amount, or the operands of its head's formula.
     *
     * @param grade share of lost capacity, 0..1
     */
    record HarmItem(
            String head,
            @Nullable Money amount,
            @Nullable Money baseIncome,
            @Nullable BigDecimal grade,
            @Nullable Money monthlyWage) {}

    /** S1 life or health, S2 rights or large loss, S3 moderate, S4 minor. */
    enum Severity {
        S1,
        S2,
        S3,
        S4
    }

    /** What kind of defect triage saw. */
    enum Defect {
        DESIGN,
        WARNING,
        MANUFACTURING,
        UNKNOWN
    }

    /** What a finding answers. */
    enum Answer {
        TRUE,
        FALSE,
        CONTESTED
    }

    /** What an incident is. */
    enum IncidentKind {
        DATA_LEAK,
        HARM,
        CONTENT,
        OUTAGE,
        SAFETY
    }

    /** What a party does for a model. */
    enum Activity {
        DESIGN_PROGRAM,
        WRITE_ALGORITHM,
        REMOTE_SERVICE,
        SELL,
        DEPLOY,
        FINE_TUNE,
        NETWORK_ACCESS,
        TRANSMISSION,
        STORAGE,
        SUPPLY_TRAINING_DATA
    }

    /** What a party controls. */
    enum Control {
        RUNNING,
        TRAINING_RESULT,
        UPDATES
    }

    /** What a remedy does (semantics rules 16, 23, 24). */
    enum Measure {
        STOP_SERVICE(true, true),
        STOP_FEATURE(true, false),
        WITHDRAW_VERSION(true, true),
        RECALL(true, true),
        CORRECT_MODEL(false, false),
        REMOVE_DATA(false, false),
        RETRAIN(false, false),
        FILTER_OUTPUT(false, false),
        WARN(false, false),
        HOTFIX(false, false);

        private final boolean stops;
        private final boolean endsService;

        Measure(boolean stops, boolean endsService) {
            this.stops = stops;
            this.endsService = endsService;
        }

        /** Whether it stops the danger at once rather than repairs it. */
        public boolean stops() {
            return stops;
        }

        /** Whether it takes its versions out of service. */
        public boolean endsService() {
            return endsService;
        }
    }
}
