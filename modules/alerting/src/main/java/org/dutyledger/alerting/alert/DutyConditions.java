package org.dutyledger.alerting.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.liability.duty.DueSoon;
import org.jspecify.annotations.Nullable;

/** Which duties give cause to an alert. */
public final class DutyConditions {

    private DutyConditions() {}

    /** The alert of a duty. */
    public static AlertKey key(DutyChanged finding) {
        return new AlertKey(
                finding.model().toString(),
                finding.law().rulebook(),
                finding.duty().rule(),
                finding.duty().about());
    }

    /** The risk that a duty is about, as triage described it. */
    public record Risk(@Nullable Severity severity, @Nullable String title) {}

    /**
     * What is wrong with a duty.
     *
     * @param now when this is asked
     * @param dueSoon share of a period after which a deadline is soon (policy)
     * @return null: nothing is
     */
    public static @Nullable Condition of(
            DutyChanged finding, @Nullable Risk risk, Instant now, BigDecimal dueSoon) {
        Duty duty = finding.duty();
        return switch (duty.status()) {
            case BREACH, POLICY_BREACH -> {
                Instant since = open(duty, finding.time());
                yield condition(finding, breach(duty, since), since, risk);
            }
            case NEEDS_FINDING -> condition(finding, Kind.FINDING_NEEDED, finding.time(), risk);
            case PENDING, SATISFIED -> {
                Instant soon = DueSoon.of(duty, dueSoon);
                yield soon != null && (finding.change() == Change.DUE_SOON || !soon.isAfter(now))
                        ? condition(finding, Kind.DUE_SOON, soon, risk)
                        : null;
            }
            case NOT_APPLICABLE, NOT_YET, EXPIRED -> null;
        };
    }

    private static Instant open(Duty duty, Instant otherwise) {
        List<Breach> breaches = duty.breaches();
        return breaches.isEmpty() || breaches.getLast().to() != null
                ? otherwise
                : breaches.getLast().from();
    }

    /** A remedy's breach that begins behind the deadline is of a remedy that worked until then. */
    private static Kind breach(Duty duty, Instant since) {
        return switch (duty.kind()) {
            case "warn" -> Kind.COVERAGE_LOW;
            case "monitor" -> Kind.MONITORING_MISSED;
            case "remediate" ->
                    duty.due() != null && since.isAfter(duty.due()) ? Kind.REOPENED : Kind.BREACHED;
            default -> Kind.BREACHED;
        };
    }

    private static Condition condition(
            DutyChanged finding, Kind kind, Instant since, @Nullable Risk risk) {
        Duty duty = finding.duty();
        return new Condition(
                kind,
                duty.kind(),
                duty.status(),
                risk == null ? null : risk.severity(),
                risk == null ? null : risk.title(),
                since,
                duty.due(),
                duty.needs(),
                List.of(),
                null);
    }
}
