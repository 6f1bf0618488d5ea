package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.duty.Cover.Effect;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.Addressee;
import org.dutyledger.liability.law.DutyRule.PolicyPeriod;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** Duties about a risk: to remedy it, to tell of it (rules 27 to 30, 36). */
final class RiskDuties {

    static final Set<Effect> WORKS = EnumSet.of(Effect.EFFECTIVE);
    private static final Set<Effect> WORKS_IF_FOUND =
            EnumSet.of(Effect.EFFECTIVE, Effect.CONTESTED);

    private final Scene scene;

    RiskDuties(Scene scene) {
        this.scene = scene;
    }

    Judged remediate(Remediate rule, RiskCase risk) {
        Verdict verdict = new Verdict(rule, risk.risk(), scene.asOf());
        List<Interval> breaches = new ArrayList<>();
        Episode last = risk.episodes().getLast();
        for (Episode episode : risk.episodes()) {
            Set<String> affected = risk.affected(episode, scene.relevance(rule));
            Intervals unmet = risk.unremedied(affected, WORKS);
            Instances runs =
                    instances(rule, rule.period(), rule.severities(), risk, episode, affected);
            breaches.addAll(runs.breaches(unmet).list());
            if (episode.equals(last)) {
                decide(verdict, runs, unmet);
                if (isOpen(verdict.status()) && pending(risk, affected)) {
                    verdict.is(Status.NEEDS_FINDING);
                }
            }
        }
        if (isOpen(verdict.status()) || verdict.status() == Status.NEEDS_FINDING) {
            if (risk.effectOpen()) {
                verdict.needs("effective");
            }
        }
        cite(verdict, last);
        citeRemedies(verdict, risk.risk());
        return verdict.breached(Intervals.of(breaches)).judged();
    }

    /** Whether {@code S} holds if contested remedies work. */
    private boolean pending(RiskCase risk, Set<String> affected) {
        return !risk.unremedied(affected, WORKS_IF_FOUND).contains(scene.asOf());
    }

    private static boolean isOpen(Status status) {
        return status == Status.PENDING
                || status == Status.BREACH
                || status == Status.POLICY_BREACH;
    }

    Judged tell(RiskNotice rule, RiskCase risk) {
        Verdict verdict = new Verdict(rule, risk.risk(), scene.asOf());
        List<Interval> breaches = new ArrayList<>();
        Episode last = risk.episodes().getLast();
        for (Episode episode : risk.episodes()) {
            Set<String> affected = risk.affected(episode, scene.relevance(rule));
            Fact told = firstNotice(risk.risk(), episode, rule.to());
            Intervals unmet = Intervals.of(Instant.MIN, told == null ? null : told.time());
            Instances runs =
                    instances(rule, rule.period(), rule.severities(), risk, episode, affected);
            breaches.addAll(runs.breaches(unmet).list());
            if (episode.equals(last)) {
                decide(verdict, runs, unmet);
                verdict.because(runs.lastAt(scene.asOf()) == null ? null : told);
            }
        }
        cite(verdict, last);
        return verdict.breached(Intervals.of(breaches)).judged();
    }

    /** The first notice of the episode about the risk, or about an incident that names it. */
    private @Nullable Fact firstNotice(String risk, Episode episode, Addressee to) {
        Fact first = firstNoticeAbout(risk, episode, to);
        for (String incident : scene.history().linked(Link.INCIDENTS_OF_RISK, risk)) {
            if (names(incident, risk)) {
                Fact other = firstNoticeAbout(incident, episode, to);
                if (other != null && (first == null || Fact.ORDER.compare(other, first) < 0)) {
                    first = other;
                }
            }
        }
        return first;
    }

    private boolean names(String incident, String risk) {
        for (Fact fact : scene.history().sheet(Kind.INCIDENT, incident).upTo(scene.asOf())) {
            if (fact.data() instanceof IncidentDetected it) {
                return risk.equals(it.risk());
            }
        }
        return false;
    }

    private @Nullable Fact firstNoticeAbout(String about, Episode episode, Addressee to) {
        for (Fact fact : scene.history().sheet(Kind.NOTICES, about).upTo(scene.asOf())) {
            if (fact.data() instanceof NoticeSent it
                    && to.matches(it.to())
                    && episode.holds(fact)) {
                return fact;
            }
        }
        return null;
    }

    private Instances instances(
            DutyRule rule,
            PolicyPeriod period,
            Set<Severity> severities,
            RiskCase risk,
            Episode episode,
            Set<String> affected) {
        return Instances.of(
                episode,
                risk.firstReleased(affected),
                scene.appliesFrom(rule),
                severities,
                severity -> scene.length(period, severity));
    }

    /** The status, in the order of rule 29, with the days of the last instance. */
    private void decide(Verdict verdict, Instances runs, Intervals unmet) {
        Instant asOf = scene.asOf();
        Instances.Run run = runs.lastAt(asOf);
        if (run != null) {
            verdict.arose(run.arose(), run.due());
        }
        verdict.changesAt(runs.nextArising(asOf));
        if (runs.over() || runs.outside()) {
            verdict.is(Status.NOT_APPLICABLE);
        } else if (run == null) {
            verdict.is(Status.NOT_YET);
        } else if (!unmet.contains(asOf)) {
            verdict.satisfied(startOfRest(unmet, asOf, run.arose()));
        } else if (!asOf.isBefore(run.due())) {
            verdict.isBreach();
        } else {
            verdict.is(Status.PENDING);
        }
    }

    /** Since when nothing is unmet, not before the duty arose. */
    static Instant startOfRest(Intervals unmet, Instant asOf, Instant arose) {
        Instant start = arose;
        for (Interval it : unmet.list()) {
            if (it.to() != null && !it.to().isAfter(asOf) && it.to().isAfter(start)) {
                start = it.to();
            }
        }
        return start;
    }

    private static void cite(Verdict verdict, Episode last) {
        last.discovery().forEach(verdict::because);
        if (last.discovered() != null) {
            verdict.because(last.severity().setBy());
        }
        verdict.because(last.dismissal());
    }

    /** What was done at the instant the risk was remedied, with how it was measured (rule 61). */
    private void citeRemedies(Verdict verdict, String risk) {
        Instant at = verdict.satisfiedAt();
        if (at == null) {
            return;
        }
        for (String remedy : scene.history().linked(Link.REMEDIES_OF_RISK, risk)) {
            List<Fact> facts = scene.history().sheet(Kind.REMEDY, remedy).upTo(scene.asOf());
            List<Fact> applied =
                    facts.stream()
                            .filter(it -> it.time().equals(at))
                            .filter(it ->
                                    it.data() instanceof RemedyApplied says
                                            && says.risks().contains(risk))
                            .toList();
            applied.forEach(verdict::because);
            if (!applied.isEmpty()) {
                facts.stream()
                        .filter(it ->
                                it.data() instanceof RemedyMeasured says
                                        && says.risk().equals(risk))
                        .forEach(verdict::because);
            }
        }
        scene.versions().withdrawnAt(at, scene.relevance()).forEach(verdict::because);
    }
}
