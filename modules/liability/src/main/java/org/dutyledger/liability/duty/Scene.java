package org.dutyledger.liability.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Period;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.time.Periods;
import org.jspecify.annotations.Nullable;

/** One law, one history, one instant: all that a duty is judged from. */
final class Scene {

    private final Rulebook rulebook;
    private final Policy policy;
    private final History history;
    private final Instant asOf;
    private final Versions versions;
    private final CoverageBook coverage;
    private final SharedJudging shared;

    Scene(
            Rulebook rulebook,
            Policy policy,
            History history,
            Versions versions,
            CoverageBook coverage,
            Instant asOf,
            SharedJudging shared) {
        this.rulebook = rulebook;
        this.policy = policy;
        this.history = history;
        this.versions = versions;
        this.coverage = coverage;
        this.asOf = asOf;
        this.shared = shared;
    }

    /** A history judged once, as a whole. */
    static Scene of(Rulebook rulebook, Policy policy, History history, Instant asOf) {
        CoverageBook coverage = new CoverageBook();
        for (String version : history.ids(Kind.COVERAGE)) {
            history.sheet(Kind.COVERAGE, version).upTo(asOf).forEach(coverage::add);
        }
        return new Scene(
                rulebook,
                policy,
                history,
                new Versions(history, asOf),
                coverage,
                asOf,
                new SharedJudging());
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Policy policy() {
        return policy;
    }

    History history() {
        return history;
    }

    Instant asOf() {
        return asOf;
    }

    Versions versions() {
        return versions;
    }

    CoverageBook coverage() {
        return coverage;
    }

    Relevance relevance() {
        return Relevance.of(rulebook);
    }

    Relevance relevance(DutyRule rule) {
        return Relevance.of(rulebook, rule);
    }

    /** Whether the rule has a duty at all: a version it looks at was released (rule 60). */
    boolean reaches(DutyRule rule) {
        return versions.any(relevance(rule));
    }

    /** The risk with its episodes and remedies; one without facts has no episode. */
    RiskCase risk(String risk) {
        return shared.risk(this, risk);
    }

    /** One duty, null: there is no such duty. */
    @Nullable Judged judged(DutyRule rule, String about, Since since) {
        return shared.judged(this, rule, about, since);
    }

    /** The ids of a kind that something was said about so far, sorted. */
    List<String> said(Kind kind) {
        return history.ids(kind).stream()
                .filter(id -> !history.sheet(kind, id).upTo(asOf).isEmpty())
                .toList();
    }

    /** From when the rule applies, null: always. */
    @Nullable Instant appliesFrom(DutyRule rule) {
        return startOf(rule.citation().appliesFrom(), zone(rule));
    }

    static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : Periods.startOf(day, zone);
    }

    /** Where the days of a rule begin and end (rule 10). */
    ZoneId zone(DutyRule rule) {
        return rulebook.zone(rule);
    }

    /** When a period that begins at {@code from} ends. */
    Instant end(Period period, DutyRule rule, Instant from) {
        return switch (period) {
            case Period.Exact exact -> from.plus(exact.length());
            case Period.Days days ->
                    Periods.endOfDays(from, days.days(), zone(rule), rulebook.rollOver());
            case Period.ByPolicy open -> from.plus(length(open.of(), Severity.S1));
        };
    }

    Duration length(DutyRule.PolicyPeriod of, Severity severity) {
        return policy.period(of, severity);
    }
}
