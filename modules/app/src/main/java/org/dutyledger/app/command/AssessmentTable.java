package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.answer.Assessment;
import org.jspecify.annotations.Nullable;

/** An assessment for a person: its duties and its amounts. */
final class AssessmentTable {

    private AssessmentTable() {}

    static void print(List<Assessment> answers, PrintWriter out) {
        for (Assessment answer : answers) {
            out.printf(
                    "%s as of %s, known at %s, under %s and %s%n",
                    answer.model(),
                    answer.asOf(),
                    answer.knownAt(),
                    answer.law().rulebook(),
                    answer.law().policy());
            duties(answer).print(out);
            Exposure exposure = answer.damages().realised();
            out.printf(
                    "exposure %s %s: compensatory %s, punitive %s%n%n",
                    exposure.currency(),
                    amounts(exposure.total()),
                    amounts(exposure.compensatory()),
                    amounts(exposure.punitive()));
        }
    }

    private static Table duties(Assessment answer) {
        var table =
                new Table("RULE", "ABOUT", "STATUS", "LATE", "DUE", "SATISFIED", "BREACHED FROM");
        for (Duty duty : answer.duties()) {
            table.row(
                    duty.rule(),
                    duty.about(),
                    duty.status().name(),
                    duty.late() ? "late" : "",
                    minute(duty.due()),
                    minute(duty.satisfied()),
                    duty.breaches().stream()
                            .map(each -> minute(each.from()))
                            .collect(Collectors.joining(", ")));
        }
        return table;
    }

    private static String minute(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String amounts(Scenarios scenarios) {
        return "%s (%s to %s)"
                .formatted(
                        money(scenarios.likely()), money(scenarios.low()), money(scenarios.high()));
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
