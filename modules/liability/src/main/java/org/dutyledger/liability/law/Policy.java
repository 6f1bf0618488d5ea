package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says the law's open words mean for itself (contract, section 2).
 *
 * @param id name and version, such as {@code acme/P1}
 * @param digest {@code sha-256:} over the RFC 8785 form of the whole document
 * @param effective as written
 * @param medianIncome by jurisdiction, where a formula item names none
 */
public record Policy(
        String id,
        String digest,
        String effective,
        Discovery discovery,
        Map<Severity, Duration> remediate,
        Immediate immediate,
        RemedyEffective remedyEffective,
        Warn warn,
        Duration monitorEvery,
        ReportClock reportClock,
        BigDecimal dueSoon,
        int repeat,
        Map<String, Money> medianIncome,
        Map<String, Calendar> calendar) {

    /** The period that measures an open word; severity matters to remediation alone. */
    public Duration period(DutyRule.PolicyPeriod of, Severity severity) {
        return switch (of) {
            case REMEDIATE_BY_SEVERITY -> remediate.getOrDefault(severity, Duration.ZERO);
            case ACT -> immediate.act();
            case NOTIFY_CONSUMERS -> immediate.notifyConsumers();
            case REPORT_AUTHORITY -> immediate.reportAuthority();
            case PERSONAL_INFORMATION -> immediate.personalInformation();
        };
    }

    /** Discovery: triage, or a number of credible independent reports within a sliding window. */
    public record Discovery(boolean confirmed, int reports, Duration within) {}

    /** What "immediately" means, by what is to be done. */
    public record Immediate(
            Duration notifyConsumers,
            Duration reportAuthority,
            Duration act,
            Duration personalInformation) {}

    /** When a repair counts as effective; {@code unmeasuredCounts}: also without measurement. */
    public record RemedyEffective(
            BigDecimal recurrence, Duration window, boolean unmeasuredCounts) {}

    /** Topics that need a warning, the share of answers that must carry it, and where it counts. */
    public record Warn(Set<String> topics, BigDecimal coverage, Set<String> placements) {}

    /** Local days that are not worked, and weekend days that are. */
    public record Calendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {}

    /** From when the cyber-incident clock runs. */
    public enum ReportClock {
        AWARENESS,
        GRADING
    }

    /** The median income of a jurisdiction, null: none stated. */
    public @Nullable Money medianIncome(String jurisdiction) {
        return medianIncome.get(jurisdiction);
    }
}
