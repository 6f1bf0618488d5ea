package org.dutyledger.liability.law;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;

/** A duty as a rulebook states it. One record per way of judging (semantics F to I). */
public sealed interface DutyRule {

    /** Where it stands in the law. */
    Citation citation();

    /** The contract's {@code kind}. */
    Kind kind();

    /** Whether a breach is of a number in a statute or of the policy's measure of an open word. */
    Standard standard();

    /** Class a version must have for the rule to look at it, null: none. */
    @Nullable Set<String> versionClasses();

    /** State whose law it is where a rulebook is of several, such as {@code US-CA}; null: none. */
    default @Nullable String state() {
        return null;
    }

    /** Remedy a discovered risk: rules 27 to 30. */
    record Remediate(
            Citation citation,
            PolicyPeriod period,
            Set<Severity> severities,
            @Nullable Set<String> versionClasses)
            implements DutyRule {
        @Override
        public Kind kind() {
            return Kind.REMEDIATE;
        }

        @Override
        public Standard standard() {
            return Standard.OPEN;
        }
    }

    /** Tell someone about a discovered risk: rule 36. {@code to} may end in an ellipsis. */
    record RiskNotice(
            Citation citation,
            PolicyPeriod period,
            Set<Severity> severities,
            Addressee to,
            @Nullable Set<String> versionClasses)
            implements DutyRule {
        @Override
        public Kind kind() {
            return Kind.REPORT;
        }

        @Override
        public Standard standard() {
            return Standard.OPEN;
        }
    }

    /**
     * Warn, label or disclose at a version: rules 31 to 34.
     *
     * @param byTopics whether the policy's topics decide need and adequacy (warn), else any notice
     * @param placements null: the policy's
     * @param language primary language subtag the notice must have, null: any
     * @param later first day for versions first released before {@code citation.appliesFrom}
     */
    record VersionNotice(
            Citation citation,
            Kind kind,
            Standard standard,
            boolean byTopics,
            @Nullable Set<String> placements,
            @Nullable String language,
            @Nullable LocalDate later,
            @Nullable Set<String> versionClasses)
            implements DutyRule {}

    /** Standing supervision: rule 35. */
    record Monitor(Citation citation, @Nullable Set<String> versionClasses) implements DutyRule {
        @Override
        public Kind kind() {
            return Kind.MONITOR;
        }

        @Override
        public Standard standard() {
            return Standard.OPEN;
        }
    }

    /**
     * Report an incident: rules 37, 38.
     *
     * @param to addressees by operator class ({@code cii}, {@code central-organ}, {@code other});
     *     each list is all of those that must be told
     * @param period by operator class
     * @param form the form a notice must have, null: any
     */
    record IncidentNotice(
            Citation citation,
            Standard standard,
            Set<IncidentKind> kinds,
            Condition condition,
            ClockStart clock,
            Map<String, Period> period,
            Map<String, List<Addressee>> to,
            @Nullable String form,
            @Nullable String state,
            @Nullable Set<String> versionClasses)
            implements DutyRule {
        @Override
        public Kind kind() {
            return Kind.REPORT;
        }
    }

    /** Whom a notice goes to: an exact address, or any that begins with it. */
    record Addressee(String address, boolean prefix) {
        /** Whether a notice to {@code to} reaches this addressee. */
        public boolean matches(String to) {
            return prefix ? to.startsWith(address) : to.equals(address);
        }
    }

    /** The contract's {@code kind} of a duty. */
    enum Kind {
        WARN,
        REMEDIATE,
        MONITOR,
        REPORT,
        LABEL,
        RETAIN,
        DISCLOSE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As the contract writes it. */
        public String word() {
            return word;
        }
    }

    /** A number in a statute, or an open word that the policy measures. */
    enum Standard {
        FIXED,
        OPEN
    }

    /** What besides its kind an incident must show. */
    enum Condition {
        NONE,
        GRADED,
        GRADED_AND_HANDLED,
        IMMINENT,
        CRITICAL_INFRASTRUCTURE,
        DEATHS,
        SERIOUS_INJURIES,
        ANY_SERIOUS
    }

    /** From when the period of an incident rule runs. */
    enum ClockStart {
        DETECTED,
        GRADE,
        HANDLED,
        CONDITION
    }

    /** A period: exact hours, statutory days, or one that the policy measures. */
    sealed interface Period {
        /** An exact length from the instant. */
        record Exact(Duration length) implements Period {}

        /** Days of the law: the first not counted, ends at 24:00 in the rulebook's zone. */
        record Days(int days) implements Period {}

        /** The policy's. */
        record ByPolicy(PolicyPeriod of) implements Period {}
    }

    /** Which period of the policy measures an open word. */
    enum PolicyPeriod {
        REMEDIATE_BY_SEVERITY,
        ACT,
        NOTIFY_CONSUMERS,
        REPORT_AUTHORITY,
        PERSONAL_INFORMATION
    }
}
