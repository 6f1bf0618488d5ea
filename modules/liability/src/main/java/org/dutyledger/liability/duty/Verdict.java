package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Standard;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** A verdict in the making: what is known of one duty as of one instant. */
final class Verdict {

    private final DutyRule rule;
    private final String about;
    private final Instant asOf;
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Fact> because = new ArrayList<>();
    private Status status = Status.NOT_YET;
    private @Nullable Instant arose;
    private @Nullable Instant due;
    private @Nullable Instant satisfied;
    private @Nullable String grade;
    private @Nullable Instant next;
    private List<String> needs = List.of();
    private Since since = Since.EVER;

    Verdict(DutyRule rule, String about, Instant asOf) {
        this.rule = rule;
        this.about = about;
        this.asOf = asOf;
    }

    Verdict is(Status now) {
        status = now;
        return this;
    }

    /** In breach of a number in a statute, or of what the policy says of an open word. */
    Verdict isBreach() {
        return is(rule.standard() == Standard.FIXED ? Status.BREACH : Status.POLICY_BREACH);
    }

    Status status() {
        return status;
    }

    /** Shown once they are reached. */
    Verdict arose(Instant at, Instant dueAt) {
        if (!at.isAfter(asOf)) {
            arose = at;
            due = dueAt;
        }
        return this;
    }

    Verdict satisfied(Instant at) {
        satisfied = at;
        return is(Status.SATISFIED);
    }

    @Nullable Instant satisfiedAt() {
        return satisfied;
    }

    Verdict grade(String reached) {
        grade = reached;
        return this;
    }

    Verdict needs(String question) {
        needs = List.of(question);
        return this;
    }

    Verdict because(@Nullable Fact fact) {
        if (fact != null) {
            because.add(fact);
        }
        return this;
    }

    /** Something changes at {@code t} of itself, if that is still to come. */
    Verdict changesAt(@Nullable Instant t) {
        if (t != null && t.isAfter(asOf) && (next == null || t.isBefore(next))) {
            next = t;
        }
        return this;
    }

    /** What stands of the breaches before; {@link #breached} says the rest. */
    Verdict since(Since stands) {
        since = stands;
        return this;
    }

    /** Breaches so far; what begins or ends later is a change to come. */
    Verdict breached(Intervals stretches) {
        for (Interval it : stretches.list()) {
            changesAt(it.from());
            changesAt(it.to());
            if (!it.from().isAfter(asOf)) {
                boolean over = it.to() != null && !it.to().isAfter(asOf);
                breaches.add(new Breach(it.from(), over ? it.to() : null));
            }
        }
        return this;
    }

    /** In fact order, each once. */
    private List<String> because() {
        if (because.size() < 2) {
            return because.isEmpty() ? List.of() : List.of(because.getFirst().id());
        }
        because.sort(Fact.ORDER);
        Set<String> ids = new LinkedHashSet<>();
        because.forEach(it -> ids.add(it.id()));
        return List.copyOf(ids);
    }

    Judged judged() {
        List<Breach> all = since.with(breaches);
        Duty duty =
                new Duty(
                        rule.citation().rule(),
                        rule.kind().word(),
                        about,
                        status,
                        !all.isEmpty(),
                        arose,
                        due,
                        satisfied,
                        grade,
                        all,
                        because(),
                        needs);
        return new Judged(duty, next);
    }
}
