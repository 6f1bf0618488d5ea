package org.dutyledger.liability.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.history.Sheet;
import org.dutyledger.liability.history.Subject;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;

/** Standing supervision of the model (rule 35). */
final class MonitorDuty {

    private final Scene scene;

    MonitorDuty(Scene scene) {
        this.scene = scene;
    }

    Judged judge(Monitor rule, String model, Since since) {
        Verdict verdict = new Verdict(rule, model, scene.asOf()).since(since);
        verdict.because(scene.versions().relevant(scene.relevance(rule)).getFirst().first());
        Intervals runs = runs(rule);
        List<Interval> breaches = new ArrayList<>();
        for (Interval run : runs.list()) {
            verdict.changesAt(run.from());
            boolean begun = !run.from().isAfter(scene.asOf());
            boolean settled = run.to() != null && run.to().isBefore(since.from());
            if (begun && (!settled || run.equals(runs.list().getLast()))) {
                breaches.addAll(watch(verdict, run, since.from()));
            }
        }
        return verdict.breached(since.rest(breaches)).judged();
    }

    /** When a version that the rule looks at was in service, from the day the rule applies. */
    private Intervals runs(Monitor rule) {
        Intervals runs = scene.versions().service(scene.relevance(rule));
        Instant applies = scene.appliesFrom(rule);
        return applies == null ? runs : runs.from(applies);
    }

    /**
     * The breaches of one run that last at {@code from} or later; the verdict is that of the last
     * run seen.
     */
    private List<Interval> watch(Verdict verdict, Interval run, Instant from) {
        Duration every = scene.policy().monitorEvery();
        Sheet sheet = scene.history().sheet(Kind.MONITORING, Subject.MONITORING.id());
        List<Fact> performed = sheet.upTo(scene.asOf());
        List<Interval> breaches = new ArrayList<>();
        int next = before(sheet, run, from);
        Fact last =
                next > 0 && run.contains(performed.get(next - 1).time())
                        ? performed.get(next - 1)
                        : null;
        Instant anchor = last == null ? run.from() : last.time();
        for (; next < performed.size() && within(run, performed.get(next)); next++) {
            Fact it = performed.get(next);
            if (run.contains(it.time())) {
                breaches.add(new Interval(anchor.plus(every), it.time()));
                anchor = it.time();
                last = it;
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

    /** How many performances come at or before {@code from} and before the end of the run. */
    private int before(Sheet sheet, Interval run, Instant from) {
        Instant end = run.to();
        List<Fact> before = sheet.upTo(end != null && end.isBefore(from) ? end : from);
        int count = before.size();
        while (count > 0 && !within(run, before.get(count - 1))) {
            count--;
        }
        return count;
    }

    private static boolean within(Interval run, Fact performed) {
        return run.to() == null || performed.time().isBefore(run.to());
    }
}
