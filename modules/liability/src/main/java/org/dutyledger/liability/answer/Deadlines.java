package org.dutyledger.liability.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Period;
import org.dutyledger.liability.law.DutyRule.PolicyPeriod;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.dutyledger.liability.time.Periods;

/** The arithmetic of a deadline: from when, how long, until when. */
final class Deadlines {

    private final Rulebook rulebook;
    private final Policy policy;

    private Deadlines(Rulebook rulebook, Policy policy) {
        this.rulebook = rulebook;
        this.policy = policy;
    }

    /**
     * Explains a deadline.
     *
     * @param rescored when facts set the severity on which a period may depend
     */
    static Explanation explain(
            Duty duty, DutyRule rule, Rulebook rulebook, Policy policy, List<Instant> rescored) {
        Instant arose = duty.arose();
        Instant due = duty.due();
        if (arose == null || due == null) {
            return Explanation.of("it has no deadline", "没有期限");
        }
        if (rule instanceof VersionNotice) {
            return Explanation.of(
                    "due at once, while the version is in service: " + due, "版本在用期间即时履行：" + due);
        }
        Deadlines deadlines = new Deadlines(rulebook, policy);
        List<Instant> starts = new ArrayList<>();
        starts.add(rule instanceof Monitor ? due.minus(policy.monitorEvery()) : arose);
        starts.addAll(rescored);
        for (Instant start : starts) {
            for (Map.Entry<Wording, Instant> end : deadlines.ends(rule, start).entrySet()) {
                if (end.getValue().equals(due)) {
                    return from(start, end.getKey(), due, start.equals(starts.getFirst()));
                }
            }
        }
        return Explanation.of(
                "arose %s, due %s".formatted(arose, due), "产生于%s，期限%s".formatted(arose, due));
    }

    private static Explanation from(Instant start, Wording length, Instant due, boolean first) {
        return Explanation.of(
                "from %s%s, %s: due %s"
                        .formatted(start, first ? "" : " (rescored)", length.en(), due),
                "自%s%s起，%s：期限%s".formatted(start, first ? "" : "（重新评级）", length.zh(), due));
    }

    /** Where the periods that the rule knows would end. */
    private Map<Wording, Instant> ends(DutyRule rule, Instant start) {
        Map<Wording, Instant> ends = new LinkedHashMap<>();
        switch (rule) {
            case Remediate it -> byPolicy(ends, it.period(), start);
            case RiskNotice it -> byPolicy(ends, it.period(), start);
            case IncidentNotice it ->
                    it.period().values().forEach(each -> period(ends, each, rule, start));
            case Monitor it -> put(ends, start, policy.monitorEvery(), "monitor.every");
            case VersionNotice it -> {}
        }
        return ends;
    }

    private void period(Map<Wording, Instant> ends, Period period, DutyRule rule, Instant start) {
        switch (period) {
            case Period.Exact it ->
                    ends.putIfAbsent(
                            new Wording(
                                    Figures.plainHours(it.length()) + " h as the statute says",
                                    "法定" + Figures.plainHours(it.length()) + "小时"),
                            start.plus(it.length()));
            case Period.Days it -> {
                ZoneId zone = rulebook.zone(rule);
                boolean roll = rulebook.rollOver();
                ends.putIfAbsent(
                        new Wording(
                                it.days()
                                        + " days, the first not counted, to 24:00 of the last in "
                                        + zone
                                        + (roll ? " (a weekend runs to Monday)" : ""),
                                it.days() + "日，首日不计，至末日24:00（" + zone + (roll ? "，周末顺延至周一）" : "）")),
                        Periods.endOfDays(start, it.days(), zone, roll));
            }
            case Period.ByPolicy it -> byPolicy(ends, it.of(), start);
        }
    }

    private void byPolicy(Map<Wording, Instant> ends, PolicyPeriod of, Instant start) {
        switch (of) {
            case REMEDIATE_BY_SEVERITY -> {
                for (Severity severity : Severity.values()) {
                    put(ends, start, policy.period(of, severity), "remediate." + severity);
                }
            }
            case ACT -> immediate(ends, of, start, "immediate.act");
            case NOTIFY_CONSUMERS -> immediate(ends, of, start, "immediate.notifyConsumers");
            case REPORT_AUTHORITY -> immediate(ends, of, start, "immediate.reportAuthority");
            case PERSONAL_INFORMATION ->
                    immediate(ends, of, start, "immediate.personalInformation");
        }
    }

    private void immediate(
            Map<Wording, Instant> ends, PolicyPeriod of, Instant start, String name) {
        put(ends, start, policy.period(of, Severity.S1), name);
    }

    private void put(Map<Wording, Instant> ends, Instant start, Duration length, String name) {
        ends.putIfAbsent(
                new Wording(
                        "%s h as policy %s says (%s)"
                                .formatted(Figures.plainHours(length), policy.id(), name),
                        "依政策%s（%s）%s小时".formatted(policy.id(), name, Figures.plainHours(length))),
                start.plus(length));
    }
}
