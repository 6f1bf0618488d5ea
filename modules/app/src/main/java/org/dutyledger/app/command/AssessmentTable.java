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
import org.dutyledger.liability.damage.Consequences;
import org.dutyledger.liability.damage.Consequences.Cost;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.Consequences.PenaltyRange;
import org.dutyledger.liability.damage.Consequences.Priced;
import org.dutyledger.liability.quality.Quality;
import org.dutyledger.liability.quality.Quality.Kept;
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
                    "exposure %s %s: compensatory %s, punitive %s%n",
                    exposure.currency(),
                    amounts(exposure.total()),
                    amounts(exposure.compensatory()),
                    amounts(exposure.punitive()));
            besides(answer, out);
        }
    }

    private static Table duties(Assessment answer) {
        var table =
                new Table(
                        "RULE",
                        "ABOUT",
                        "STATUS",
                        "LATE",
                        "DUE",
                        "SATISFIED",
                        "BREACHED FROM",
                        "ONE MORE HOUR");
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
                            .collect(Collectors.joining(", ")),
                    hour(answer, duty));
        }
        return table;
    }

    /** What an hour of delay adds to the expected harm, or why nothing can be said. */
    private static String hour(Assessment answer, Duty duty) {
        for (HourPrice price : answer.damages().consequences().oneMoreHour()) {
            if (price.rule().equals(duty.rule()) && price.about().equals(duty.about())) {
                Priced priced = price.priced();
                NotPriced why = price.notPriced();
                return priced != null
                        ? money(priced.now())
                        : why == null ? "" : "not priced: " + why.says().en();
            }
        }
        return "";
    }

    private static void besides(Assessment answer, PrintWriter out) {
        Consequences besides = answer.damages().consequences();
        String currency = answer.damages().realised().currency();
        for (PenaltyRange it : besides.penalties()) {
            out.printf(
                    "penalty, apart from damages: %s, %s: %s %s to %s (%s)%n",
                    it.rule(),
                    it.article(),
                    currency,
                    money(it.low()),
                    money(it.high()),
                    it.formula());
        }
        for (Cost it : besides.costs()) {
            out.printf(
                    "cost of %s %s: %s %s (%s)%n",
                    it.of(), it.about(), currency, money(it.amount()), it.rule());
        }
        for (Quality it : answer.quality()) {
            out.printf(
                    "quality of %s (%s): %s; not assessed: %s; warning: %s; remediation: %s%n",
                    it.version(),
                    it.rule(),
                    it.criteria().stream()
                            .map(each -> each.criterion() + " " + each.value().toPlainString())
                            .collect(Collectors.joining(", ")),
                    String.join(", ", it.missing()),
                    kept(it.warning()),
                    kept(it.remediation()));
        }
        out.println();
    }

    private static String kept(List<Kept> duties) {
        return duties.stream()
                .map(it ->
                        it.rule()
                                + " "
                                + it.about()
                                + " "
                                + it.status()
                                + (it.late() ? " late" : ""))
                .collect(Collectors.joining(", "));
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
