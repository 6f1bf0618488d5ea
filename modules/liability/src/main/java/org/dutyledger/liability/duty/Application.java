package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What was in force of a remedy over a stretch of time (rule 22).
 *
 * @param says the application, null: it was reverted
 */
record Application(Interval span, @Nullable RemedyApplied says) {

    /** The stretches of a remedy in order, from its first act on, none of length 0. */
    static List<Application> timeline(History history, String remedy, Instant asOf) {
        List<Fact> acts = new ArrayList<>();
        for (Fact fact : history.sheet(Kind.REMEDY, remedy).upTo(asOf)) {
            if (!(fact.data() instanceof RemedyMeasured)) {
                acts.add(fact);
            }
        }
        List<Application> timeline = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Instant from = acts.get(i).time();
            Instant to = i + 1 < acts.size() ? acts.get(i + 1).time() : null;
            if (!from.equals(to)) {
                RemedyApplied says = acts.get(i).data() instanceof RemedyApplied it ? it : null;
                timeline.add(new Application(new Interval(from, to), says));
            }
        }
        return timeline;
    }

    /** Whether it is applied everywhere. */
    boolean full() {
        return says != null && says.rollout().compareTo(BigDecimal.ONE) >= 0;
    }

    boolean fullFor(String risk) {
        return full() && says != null && says.risks().contains(risk);
    }
}
