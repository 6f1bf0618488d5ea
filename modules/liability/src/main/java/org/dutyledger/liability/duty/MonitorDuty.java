package org.dutyledger.liability.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.duty.Versions.Released;
import org.dutyledger.liability.history.Subject;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;

/** Standing supervision of the model (rule 35). */
final class MonitorDuty {

    private final Scene scene;

    MonitorDuty(Scene scene) {
        this.scene = scene;
    }

    Judged judge(Monitor rule, String model) {
        Verdict verdict = new Verdict(rule, model, scene.asOf());
        List<Released> versions = scene.versions().relevant(scene.relevance(rule));
        verdict.because(versions.getFirst().first());
        Intervals runs = runs(rule, versions);
        List<Interval> breaches = new ArrayList<>();
        for (Interval run : runs.list()) {
            verdict.changesAt(run.from());
            if (!run.from().isAfter(scene.asOf())) {
                breaches.addAll(watch(verdict, run));
            }
        }
        return verdict.breached(Intervals.of(breaches)).judged();
    }

    /** When a version that the rule looks at was in service, from the day the rule applies. */
    private Intervals runs(Monitor rule, List<Released> versions) {
        List<Interval> live = new ArrayList<>();
        for (Released version : versions) {
            live.addAll(scene.versions().live(version.version()).list());
        }
        Intervals runs = Intervals.of(live);
        Instant applies = scene.appliesFrom(rule);
        return applies == null ? runs : runs.from(applies);
    }

    /** The breaches of one run; the verdict is that of the last one seen. */
    private List<Interval> watch(Verdict verdict, Interval run) {
        Duration every = scene.policy().monitorEvery();
        List<Interval> breaches = new ArrayList<>();
        Instant anchor = run.from();
        Fact last = null;
        for (Fact performed :
                scene.history().sheet(Subject.MONITORING.kind(), "").upTo(scene.asOf())) {
            if (run.contains(performed.time())) {
                breaches.add(new Interval(anchor.plus(every), performed.time()));
                anchor = performed.time();
                last = performed;
            }
        }
        Instant due = anchor.plus(every);
        breaches.add(new Interval(due, run.to()));
        verdict.arose(run.from(), due);
        if (run.to() != null) {
            verdict.is(Status.NOT_APPLICABLE);
        } else if (!scene.asOf().isBefore(due)) {
            verdict.isBreach();
        } else if (last != null) {
            verdict.satisfied(anchor).because(last);
        } else {
            verdict.is(Status.PENDING);
        }
        return breaches;
    }
}
