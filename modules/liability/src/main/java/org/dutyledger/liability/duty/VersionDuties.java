package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.liability.duty.CoverageBook.Lens;
import org.dutyledger.liability.duty.Versions.Released;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.Policy.Warn;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Duties at a version: to warn, to label, to disclose (rules 31 to 34). */
final class VersionDuties {

    private final Scene scene;

    VersionDuties(Scene scene) {
        this.scene = scene;
    }

    Judged judge(VersionNotice rule, Released version, Since since) {
        Verdict verdict = new Verdict(rule, version.version(), scene.asOf()).since(since);
        verdict.because(version.first());
        List<@Nullable String> topics = topics(rule, version);
        if (topics.isEmpty()) {
            return verdict.is(Status.NOT_APPLICABLE).judged();
        }
        Set<String> placements =
                rule.placements() == null ? warn().placements() : rule.placements();
        Notices notices = new Notices(scene, since.from(), rule, placements, version.version());
        List<String> surfaces = version.says().surfaces();
        notices.inForce(scene.asOf(), topics, surfaces).forEach(verdict::because);
        Instant arose = arose(rule, version);
        Intervals live = scene.versions().live(version.version());
        Instant from = later(since.from(), arose);
        Intervals breaches =
                since.rest(
                        lacking(rule, version, topics, notices, since.from())
                                .intersect(live)
                                .from(from)
                                .list());
        verdict.arose(arose, arose);
        verdict.changesAt(arose);
        decide(verdict, arose, live, breaches, since.lastStanding());
        return verdict.breached(breaches).judged();
    }

    /**
     * @param lastStanding when the last of the breaches ended that are not looked at, null: none
     */
    private void decide(
            Verdict verdict,
            Instant arose,
            Intervals live,
            Intervals breaches,
            @Nullable Instant lastStanding) {
        Instant asOf = scene.asOf();
        Interval service = live.at(asOf);
        if (service == null) {
            verdict.is(Status.NOT_APPLICABLE);
        } else if (arose.isAfter(asOf)) {
            verdict.is(Status.NOT_YET);
        } else if (breaches.contains(asOf)) {
            verdict.isBreach();
        } else {
            Instant from = later(service.from(), arose);
            from = lastStanding == null ? from : later(from, lastStanding);
            verdict.satisfied(RiskDuties.startOfRest(breaches, asOf, from));
        }
    }

    private Instant arose(VersionNotice rule, Released version) {
        Instant first = version.first().time();
        Instant applies = scene.appliesFrom(rule);
        if (applies == null) {
            return first;
        }
        Instant later = Scene.startOf(rule.later(), scene.zone(rule));
        Instant from = later != null && first.isBefore(applies) ? later : applies;
        return first.isAfter(from) ? first : from;
    }

    /** The topics that need a notice; null stands for any, where topics do not matter. */
    private List<@Nullable String> topics(VersionNotice rule, Released version) {
        List<@Nullable String> needed = new ArrayList<>();
        if (!rule.byTopics()) {
            needed.add(null);
            return needed;
        }
        List<String> own = version.says().topics();
        for (String topic : warn().topics()) {
            if (own == null || own.contains(topic)) {
                needed.add(topic);
            }
        }
        return needed;
    }

    /** Where, from {@code from} on, a needed topic was not adequately covered (rule 33). */
    private Intervals lacking(
            VersionNotice rule,
            Released version,
            List<@Nullable String> topics,
            Notices notices,
            Instant from) {
        List<Interval> lacking = new ArrayList<>();
        for (String topic : topics) {
            Intervals noticed = notices.everywhere(topic, version.says().surfaces());
            Intervals silent = noticed.complement(from, null);
            if (topic == null) {
                lacking.addAll(silent.list());
                continue;
            }
            Lens lens = new Lens(topic, rule.language(), warn().coverage());
            Coverage coverage = scene.coverage().from(from, version.version(), lens);
            lacking.addAll(coverage.lacking().list());
            lacking.addAll(silent.minus(coverage.decided()).list());
        }
        return Intervals.of(lacking);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private Warn warn() {
        return scene.policy().warn();
    }
}
