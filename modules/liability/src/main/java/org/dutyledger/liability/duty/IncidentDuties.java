package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.Condition;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.Policy.ReportClock;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Duties to report an incident (rules 37, 38). */
final class IncidentDuties {

    private final Scene scene;

    IncidentDuties(Scene scene) {
        this.scene = scene;
    }

    /** The duty, null: the rule has none about this incident. */
    @Nullable Judged judge(IncidentNotice rule, String incident) {
        IncidentCase it =
                IncidentCase.of(
                        scene.history().sheet(Kind.INCIDENT, incident).upTo(scene.asOf()),
                        scene.rulebook().currency());
        if (it == null || !rule.kinds().contains(it.says().kind()) || !isRelevant(rule, it)) {
            return null;
        }
        Verdict verdict = new Verdict(rule, incident, scene.asOf()).because(it.detection());
        boolean graded = isGraded(rule);
        if (graded) {
            verdict.grade(it.grade().wireName()).because(it.graded());
        }
        if (rule.condition() == Condition.GRADED_AND_HANDLED) {
            verdict.because(it.handled());
        }
        Instant start = clockStart(rule, it, verdict);
        if (start == null) {
            return verdict.is(Status.NOT_YET).judged();
        }
        Instant applies = scene.appliesFrom(rule);
        if (applies != null && start.isBefore(applies)) {
            return verdict.is(Status.NOT_APPLICABLE).judged();
        }
        run(verdict, rule, incident, it, start, graded ? it.ungraded() : Intervals.NONE);
        return verdict.judged();
    }

    private static boolean isGraded(IncidentNotice rule) {
        return switch (rule.condition()) {
            case GRADED, GRADED_AND_HANDLED -> true;
            case NONE, IMMINENT, CRITICAL_INFRASTRUCTURE, DEATHS, SERIOUS_INJURIES, ANY_SERIOUS ->
                    false;
        };
    }

    private boolean isRelevant(IncidentNotice rule, IncidentCase it) {
        Relevance relevance = scene.relevance(rule);
        String version = it.says().version();
        return version == null
                ? scene.versions().any(relevance)
                : scene.versions().looksAt(version, relevance);
    }

    private void run(
            Verdict verdict,
            IncidentNotice rule,
            String incident,
            IncidentCase it,
            Instant start,
            Intervals suspended) {
        Instant asOf = scene.asOf();
        Instant due = scene.end(byClass(rule.period(), it), rule, start);
        Instant told = start;
        for (Addressee to : byClass(rule.to(), it)) {
            Fact notice = firstNotice(incident, to, rule.form());
            verdict.because(notice);
            if (notice == null || told == null) {
                told = null;
            } else if (notice.time().isAfter(told)) {
                told = notice.time();
            }
        }
        verdict.arose(start, due);
        verdict.changesAt(start);
        verdict.breached(Intervals.of(List.of(new Interval(due, told))).minus(suspended));
        if (start.isAfter(asOf)) {
            verdict.is(Status.NOT_YET);
        } else if (suspended.contains(asOf)) {
            verdict.is(Status.NOT_APPLICABLE);
        } else if (told != null && !told.isAfter(asOf)) {
            verdict.satisfied(told);
        } else if (!asOf.isBefore(due)) {
            verdict.isBreach();
        } else {
            verdict.is(Status.PENDING);
        }
    }

    /** When the clock started; cites the fact that did. Null: what the rule asks for is not met. */
    private @Nullable Instant clockStart(IncidentNotice rule, IncidentCase it, Verdict verdict) {
        Fact detected = it.detection();
        Fact met =
                switch (rule.condition()) {
                    case NONE -> detected;
                    case GRADED -> it.graded();
                    case GRADED_AND_HANDLED -> it.graded() == null ? null : it.handled();
                    case IMMINENT -> it.says().imminent() ? detected : null;
                    case CRITICAL_INFRASTRUCTURE ->
                            it.says().criticalInfrastructure() ? detected : null;
                    case DEATHS -> it.deaths();
                    case SERIOUS_INJURIES -> it.injuries();
                    case ANY_SERIOUS ->
                            it.says().criticalInfrastructure()
                                    ? detected
                                    : earlier(it.deaths(), it.injuries());
                };
        if (met == null) {
            return null;
        }
        verdict.because(met);
        return switch (rule.clock()) {
            case DETECTED -> detected.time();
            case GRADE ->
                    scene.policy().reportClock() == ReportClock.AWARENESS
                            ? detected.time()
                            : it.notBeforeDetection(met);
            case HANDLED -> met.time();
            case CONDITION -> it.notBeforeDetection(met);
        };
    }

    private static @Nullable Fact earlier(@Nullable Fact a, @Nullable Fact b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Fact.ORDER.compare(a, b) <= 0 ? a : b;
    }

    private @Nullable Fact firstNotice(String incident, Addressee to, @Nullable String form) {
        for (Fact fact : scene.history().sheet(Kind.NOTICES, incident).upTo(scene.asOf())) {
            if (fact.data() instanceof NoticeSent it
                    && to.matches(it.to())
                    && (form == null || form.equals(it.form()))) {
                return fact;
            }
        }
        return null;
    }

    /** What the rule says for the operator's class, else for any. */
    private static <T> T byClass(Map<String, T> by, IncidentCase it) {
        T own = by.get(it.operatorClass());
        T found = own != null ? own : by.get("other");
        if (found == null) {
            throw new IllegalStateException(
                    "the rule says nothing for operator class " + it.operatorClass());
        }
        return found;
    }
}
