package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands (rules 37, 38).
 *
 * @param handled the first fact that says so, null: none
 * @param injuries the first fact that says that somebody was seriously injured, null: none
 * @param deaths the first fact that says that somebody died, null: none
 * @param graded the first fact that reached a grade that counts, null: none
 * @param ungraded where it was sized back, from the first such grade on
 * @param grade of today
 */
record IncidentCase(
        Fact detection,
        IncidentDetected says,
        @Nullable Fact handled,
        @Nullable Fact injuries,
        @Nullable Fact deaths,
        @Nullable Fact graded,
        Intervals ungraded,
        Grade grade) {

    /** From the facts of one incident in fact order; null: it was not detected. */
    static @Nullable IncidentCase of(List<Fact> facts, String currency) {
        Fact detection = null;
        Fact handled = null;
        Fact injuries = null;
        Fact deaths = null;
        Sizes sizes = new Sizes(currency);
        for (Fact fact : facts) {
            FactData says = fact.data();
            if (says instanceof IncidentDetected && detection == null) {
                detection = fact;
            } else if (says instanceof IncidentHandled && handled == null) {
                handled = fact;
            } else if (says instanceof IncidentSized it) {
                injuries = injuries == null && isSome(it.seriousInjuries()) ? fact : injuries;
                deaths = deaths == null && isSome(it.deaths()) ? fact : deaths;
                sizes.add(fact, it);
            }
        }
        return detection != null && detection.data() instanceof IncidentDetected says
                ? new IncidentCase(
                        detection,
                        says,
                        handled,
                        injuries,
                        deaths,
                        sizes.graded,
                        sizes.ungraded(),
                        sizes.grade)
                : null;
    }

    private static boolean isSome(@Nullable Long count) {
        return count != null && count > 0;
    }

    String operatorClass() {
        return says.operatorClass() == null ? "other" : says.operatorClass();
    }

    /** The instant of a fact, not before the detection. */
    Instant notBeforeDetection(Fact fact) {
        return fact.time().isBefore(detection.time()) ? detection.time() : fact.time();
    }

    /** Each field of a later fact replaces that field. */
    private static final class Sizes {
        private final String currency;
        private final List<Interval> back = new ArrayList<>();
        private @Nullable Long persons;
        private @Nullable Money loss;
        private @Nullable Fact graded;
        private @Nullable Instant since;
        private Grade grade = Grade.GENERAL;

        Sizes(String currency) {
            this.currency = currency;
        }

        void add(Fact fact, IncidentSized says) {
            persons = says.persons() == null ? persons : says.persons();
            loss = says.directLoss() == null ? loss : says.directLoss();
            grade = Grade.of(persons, loss, currency);
            if (grade.counts()) {
                if (graded == null) {
                    graded = fact;
                } else if (since != null) {
                    back.add(new Interval(since, fact.time()));
                }
                since = null;
            } else if (graded != null && since == null) {
                since = fact.time();
            }
        }

        Intervals ungraded() {
            List<Interval> all = new ArrayList<>(back);
            if (since != null) {
                all.add(new Interval(since, null));
            }
            return Intervals.of(all);
        }
    }
}
