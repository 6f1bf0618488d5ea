package org.dutyledger.liability.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.duty.Episode.Step;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a duty in one episode of a risk: runs of the severities it asks for, each with
 * its deadline as it stood over time (rule 28).
 *
 * @param runs in order, each of length above 0
 * @param over whether the risk was dismissed
 * @param outside whether the severity of today is none the duty asks for
 */
record Instances(List<Run> runs, boolean over, boolean outside) {

    /** A deadline as it stood from an instant on. */
    private record Deadline(Instant from, Instant due) {}

    /**
     * One instance.
     *
     * @param end when it ended, null: it goes on
     */
    record Run(Instant arose, @Nullable Instant end, List<Deadline> deadlines) {
        Instant due() {
            return deadlines.getLast().due();
        }

        Intervals late() {
            List<Interval> late = new ArrayList<>();
            for (int i = 0; i < deadlines.size(); i++) {
                Deadline it = deadlines.get(i);
                Instant to = i + 1 < deadlines.size() ? deadlines.get(i + 1).from() : end;
                late.add(new Interval(later(it.from(), it.due()), to));
            }
            return Intervals.of(late);
        }
    }

    static Instances of(
            Episode episode,
            @Nullable Instant released,
            @Nullable Instant appliesFrom,
            Set<Severity> severities,
            Function<Severity, Duration> period) {
        boolean over = episode.dismissal() != null;
        Instant discovered = episode.discovered();
        if (discovered == null) {
            return new Instances(List.of(), over, false);
        }
        boolean outside = !severities.contains(episode.severity().severity());
        List<Run> runs = new ArrayList<>();
        if (released != null) {
            Instant arose = later(discovered, released);
            Instant from = appliesFrom == null ? arose : later(arose, appliesFrom);
            collect(episode, from, severities, period, runs);
        }
        return new Instances(runs, over, outside);
    }

    private static void collect(
            Episode episode,
            Instant from,
            Set<Severity> severities,
            Function<Severity, Duration> period,
            List<Run> runs) {
        List<Step> own = new ArrayList<>();
        for (Step step : episode.severities()) {
            if (severities.contains(step.severity())) {
                own.add(step);
            } else {
                close(own, from, step.from(), period, runs);
            }
        }
        close(own, from, null, period, runs);
        Instant ended = episode.ended();
        if (ended != null) {
            runs.replaceAll(it ->
                    it.end() == null || it.end().isAfter(ended)
                            ? new Run(it.arose(), ended, it.deadlines())
                            : it);
            runs.removeIf(it -> !it.arose().isBefore(ended));
        }
    }

    private static void close(
            List<Step> own,
            Instant from,
            @Nullable Instant end,
            Function<Severity, Duration> period,
            List<Run> runs) {
        if (!own.isEmpty()) {
            Instant arose = later(from, own.getFirst().from());
            if (end == null || arose.isBefore(end)) {
                runs.add(new Run(arose, end, deadlines(own, arose, period)));
            }
            own.clear();
        }
    }

    /** Escalation never gives more time, relaxation counts from the same discovery (rule 28). */
    private static List<Deadline> deadlines(
            List<Step> own, Instant arose, Function<Severity, Duration> period) {
        List<Deadline> deadlines = new ArrayList<>();
        Duration current = period.apply(own.getFirst().severity());
        for (Step step : own) {
            Duration changed = period.apply(step.severity());
            if (!step.from().isAfter(arose)) {
                deadlines.clear();
                deadlines.add(new Deadline(arose, arose.plus(changed)));
            } else {
                Instant due = deadlines.getLast().due();
                int compared = changed.compareTo(current);
                if (compared < 0) {
                    due = earlier(due, step.from().plus(changed));
                } else if (compared > 0) {
                    due = later(due, arose.plus(changed));
                }
                deadlines.add(new Deadline(step.from(), due));
            }
            current = changed;
        }
        return List.copyOf(deadlines);
    }

    /** Where the duty was late, if unmet there. */
    Intervals breaches(Intervals unmet) {
        List<Interval> late = new ArrayList<>();
        runs.forEach(run -> late.addAll(run.late().list()));
        return Intervals.of(late).intersect(unmet);
    }

    /** The last instance that arose at or before {@code t}, null: none. */
    @Nullable Run lastAt(Instant t) {
        Run last = null;
        for (Run run : runs) {
            last = run.arose().isAfter(t) ? last : run;
        }
        return last;
    }

    /** When the next instance arises after {@code t}, null: none is known. */
    @Nullable Instant nextArising(Instant t) {
        for (Run run : runs) {
            if (run.arose().isAfter(t)) {
                return run.arose();
            }
        }
        return null;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
