package org.dutyledger.liability.duty;

import static org.dutyledger.liability.duty.Cover.Effect.CONTESTED;
import static org.dutyledger.liability.duty.Cover.Effect.EFFECTIVE;
import static org.dutyledger.liability.duty.Cover.Effect.INEFFECTIVE;
import static org.dutyledger.liability.duty.Cover.Effect.UNDECIDED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.liability.duty.Cover.Effect;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.Policy.RemedyEffective;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** What each remedy of a risk did against it, and when (rules 22 to 25). */
final class Remedies {

    /** A maximal stretch in which a remedy was in force and full for the risk. */
    private record Run(Interval span, List<Application> parts) {}

    private final History history;
    private final RemedyEffective measure;
    private final Instant asOf;

    Remedies(History history, RemedyEffective measure, Instant asOf) {
        this.history = history;
        this.measure = measure;
        this.asOf = asOf;
    }

    /** Every stretch in which a remedy was in force and full for the risk. */
    List<Cover> of(String risk) {
        List<Cover> covers = new ArrayList<>();
        for (String remedy : history.linked(Link.REMEDIES_OF_RISK, risk)) {
            List<Run> runs = runs(Application.timeline(history, remedy, asOf), risk);
            Effect found = found(remedy);
            for (int i = 0; i < runs.size(); i++) {
                Instant next = i + 1 < runs.size() ? runs.get(i + 1).span().from() : null;
                cover(runs.get(i), found, measured(remedy, risk, runs.get(i), next), covers);
            }
        }
        return covers;
    }

    private static List<Run> runs(List<Application> timeline, String risk) {
        List<Run> runs = new ArrayList<>();
        List<Application> parts = new ArrayList<>();
        for (Application part : timeline) {
            if (part.fullFor(risk)) {
                parts.add(part);
            } else {
                close(parts, runs);
            }
        }
        close(parts, runs);
        return runs;
    }

    private static void close(List<Application> parts, List<Run> runs) {
        if (!parts.isEmpty()) {
            Interval span =
                    new Interval(parts.getFirst().span().from(), parts.getLast().span().to());
            runs.add(new Run(span, List.copyOf(parts)));
            parts.clear();
        }
    }

    /** What the latest finding about the remedy says, null: none (rule 25). */
    private @Nullable Effect found(String remedy) {
        Effect found = null;
        for (Fact fact : history.sheet(Kind.FINDINGS, remedy).upTo(asOf)) {
            if (fact.data() instanceof FindingMade it && it.question().equals("effective")) {
                found =
                        switch (it.answer()) {
                            case TRUE -> EFFECTIVE;
                            case FALSE -> INEFFECTIVE;
                            case CONTESTED -> CONTESTED;
                        };
            }
        }
        return found;
    }

    /** The measurements that belong to a run: from its start to that of the next. */
    private List<RemedyEffect> measured(
            String remedy, String risk, Run run, @Nullable Instant nextRun) {
        List<RemedyEffect> says = new ArrayList<>();
        Instant start = run.span().from();
        for (Fact fact : history.sheet(Kind.REMEDY, remedy).upTo(asOf)) {
            if (fact.data() instanceof RemedyMeasured it
                    && it.risk().equals(risk)
                    && !fact.time().isBefore(start)
                    && (nextRun == null || fact.time().isBefore(nextRun))) {
                Boolean works = Measurement.works(it, measure, start, fact.time());
                if (works != null) {
                    Instant from = says.isEmpty() ? start : fact.time();
                    says.add(new RemedyEffect(from, works ? EFFECTIVE : INEFFECTIVE));
                }
            }
        }
        if (says.isEmpty()) {
            says.add(new RemedyEffect(start, measure.unmeasuredCounts() ? EFFECTIVE : UNDECIDED));
        }
        return says;
    }

    /** From an instant on, until the next one. */
    private record RemedyEffect(Instant from, Effect effect) {}

    private static void cover(
            Run run, @Nullable Effect found, List<RemedyEffect> measured, List<Cover> covers) {
        for (Application part : run.parts()) {
            var says = part.says();
            if (says == null) {
                continue;
            }
            if (found != null || says.measure().stops()) {
                Effect effect = found != null ? found : EFFECTIVE;
                covers.add(new Cover(part.span(), says.versions(), effect));
                continue;
            }
            for (int i = 0; i < measured.size(); i++) {
                Instant to = i + 1 < measured.size() ? measured.get(i + 1).from() : null;
                for (Interval span :
                        Intervals.of(measured.get(i).from(), to)
                                .intersect(Intervals.of(List.of(part.span())))
                                .list()) {
                    covers.add(new Cover(span, says.versions(), measured.get(i).effect()));
                }
            }
        }
    }
}
