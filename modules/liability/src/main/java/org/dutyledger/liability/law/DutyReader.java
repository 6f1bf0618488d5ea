package org.dutyledger.liability.law;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.ClockStart;
import org.dutyledger.liability.law.DutyRule.Condition;
import org.dutyledger.liability.law.DutyRule.Kind;
import org.dutyledger.liability.law.DutyRule.Period;
import org.dutyledger.liability.law.DutyRule.PolicyPeriod;
import org.dutyledger.liability.law.DutyRule.Standard;

/** Reads one row of a rulebook's {@code duties}. */
final class DutyReader {

    /** The values of a policy that measure an open word, by their path in the policy. */
    static final Map<String, PolicyPeriod> POLICY_PERIODS =
            Map.of(
                    "remediate", PolicyPeriod.REMEDIATE_BY_SEVERITY,
                    "immediate.act", PolicyPeriod.ACT,
                    "immediate.notifyConsumers", PolicyPeriod.NOTIFY_CONSUMERS,
                    "immediate.reportAuthority", PolicyPeriod.REPORT_AUTHORITY,
                    "immediate.personalInformation", PolicyPeriod.PERSONAL_INFORMATION);

    private static final List<String> OPERATORS = List.of("cii", "central-organ", "other");

    private DutyReader() {}

    static DutyRule read(Fields row) {
        return switch (row.text("judged_as")) {
            case "remedy" ->
                    new DutyRule.Remediate(
                            row.citation(),
                            policyPeriod(row.at("period")),
                            severities(row),
                            row.setOrNull("classes"));
            case "risk-notice" ->
                    new DutyRule.RiskNotice(
                            row.citation(),
                            policyPeriod(row.at("period")),
                            severities(row),
                            addressees(row.at("to")).getFirst(),
                            row.setOrNull("classes"));
            case "version-notice" -> versionNotice(row);
            case "supervision" -> new DutyRule.Monitor(row.citation(), row.setOrNull("classes"));
            case "incident-notice" -> incidentNotice(row);
            default -> throw new IllegalArgumentException("not in the schema: " + row);
        };
    }

    private static DutyRule versionNotice(Fields row) {
        return new DutyRule.VersionNotice(
                row.citation(),
                row.word("kind", Kind.class),
                row.word("standard", Standard.class),
                row.flag("by_topics"),
                row.setOrNull("placements"),
                row.textOrNull("language"),
                row.dateOrNull("released_earlier_from"),
                row.setOrNull("classes"));
    }

    private static DutyRule incidentNotice(Fields row) {
        return new DutyRule.IncidentNotice(
                row.citation(),
                row.word("standard", Standard.class),
                row.has("kinds")
                        ? row.words("kinds", IncidentKind.class)
                        : EnumSet.allOf(IncidentKind.class),
                row.has("condition") ? row.word("condition", Condition.class) : Condition.NONE,
                row.word("clock", ClockStart.class),
                periods(row.at("period")),
                recipients(row.at("to")),
                row.textOrNull("form"),
                row.textOrNull("state"),
                row.setOrNull("classes"));
    }

    private static Set<Severity> severities(Fields row) {
        return row.has("severities")
                ? row.words("severities", Severity.class)
                : EnumSet.allOf(Severity.class);
    }

    private static PolicyPeriod policyPeriod(Fields period) {
        return Objects.requireNonNull(POLICY_PERIODS.get(period.text("policy")));
    }

    private static Map<String, Period> periods(Fields period) {
        Map<String, Period> byOperator = new LinkedHashMap<>();
        for (String operator : OPERATORS) {
            byOperator.put(operator, period(period.has(operator) ? period.at(operator) : period));
        }
        return byOperator;
    }

    private static Period period(Fields period) {
        if (period.has("exact")) {
            return new Period.Exact(Duration.parse(period.text("exact")));
        }
        return period.has("days")
                ? new Period.Days(period.number("days"))
                : new Period.ByPolicy(policyPeriod(period));
    }

    private static Map<String, List<Addressee>> recipients(Fields to) {
        Map<String, List<Addressee>> byOperator = new LinkedHashMap<>();
        for (String operator : OPERATORS) {
            byOperator.put(operator, addressees(to.has(operator) ? to.at(operator) : to));
        }
        return byOperator;
    }

    private static List<Addressee> addressees(Fields to) {
        return to.node().values().stream().map(each -> addressee(each.stringValue())).toList();
    }

    private static Addressee addressee(String text) {
        return text.endsWith("*")
                ? new Addressee(text.substring(0, text.length() - 1), true)
                : new Addressee(text, false);
    }
}
