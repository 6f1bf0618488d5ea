package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.EvidenceFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.contract.FactData.QualityAssessed;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyPlanned;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.dutyledger.liability.duty.Versions.Released;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** Which duties and harms can be another after a fact took effect or was found to be wrong. */
final class Touching {

    private final History history;
    private final Versions versions;
    private final CoverageBook coverage;
    private final Set<Relevance> reaches;
    private final Touched touched;

    Touching(
            History history,
            Versions versions,
            CoverageBook coverage,
            Set<Relevance> reaches,
            Touched touched) {
        this.history = history;
        this.versions = versions;
        this.coverage = coverage;
        this.reaches = reaches;
        this.touched = touched;
    }

    /**
     * @param added false: the fact was taken out
     */
    void takeEffect(Fact fact, boolean added) {
        Instant at = fact.time();
        switch (fact.data()) {
            case RiskReported it -> touched.report(fact);
            case RiskConfirmed it -> risk(it.risk(), at);
            case RiskRescored it -> risk(it.risk(), at);
            case RiskDismissed it -> risk(it.risk(), at);
            case ModelReleased it -> released(it, at);
            case ModelWithdrawn it -> service(it.version(), at);
            case RemedyApplied it -> {
                it.risks().forEach(risk -> risk(risk, at));
                remedy(it.remedy(), at);
            }
            case RemedyReverted it -> remedy(it.remedy(), at);
            case RemedyMeasured it -> risk(it.risk(), at);
            case WarningPublished it -> warning(it.warning(), it.versions(), at);
            case WarningWithdrawn it -> warning(it.warning(), List.of(), at);
            case CoverageObserved it -> coverage(fact, it, added);
            case NoticeSent it -> {
                risk(it.about(), at);
                incident(it.about(), at);
            }
            case IncidentDetected it -> {
                incident(it.incident(), at);
                if (it.risk() != null) {
                    risk(it.risk(), at);
                }
                history.linked(Link.HARMS_OF_INCIDENT, it.incident()).forEach(touched::harm);
            }
            case IncidentSized it -> touched.incident(it.incident());
            case IncidentHandled it -> touched.incident(it.incident());
            case MonitoringPerformed it -> touched.monitoring(at);
            case FindingMade it -> finding(it, at);
            case HarmRecorded it -> touched.harm(it.harm());
            case ClaimFiled it -> it.harms().forEach(touched::harm);
            case ClaimAdvanced it -> {}
            case PartyDeclared it -> {}
            case RemedyPlanned it -> {}
            case NoticeAnswered it -> {}
            case QualityAssessed it -> {}
            case EvidenceFiled it -> {}
            case WarningShown it -> {}
            case FactWithdrawn it -> {}
        }
    }

    private void risk(String risk, Instant from) {
        touched.risk(risk, from);
    }

    /** An incident; a notice about it is one about the risk it names. */
    private void incident(String incident, Instant from) {
        touched.incident(incident);
        for (Fact fact : history.sheet(Kind.INCIDENT, incident).all()) {
            if (fact.data() instanceof IncidentDetected it && it.risk() != null) {
                risk(it.risk(), from);
            }
        }
    }

    private void coverage(Fact fact, CoverageObserved says, boolean added) {
        if (added && coverage.add(fact)) {
            touched.window(says);
            return;
        }
        if (!added) {
            coverage.remove(fact);
        }
        touched.coverage(says.version(), says.from());
    }

    private void remedy(String remedy, Instant from) {
        for (Fact fact : history.sheet(Kind.REMEDY, remedy).all()) {
            if (fact.data() instanceof RemedyApplied it) {
                it.risks().forEach(risk -> risk(risk, from));
            }
        }
        if (history.stops().contains(remedy)) {
            versions.stopped();
            touched.service(from);
            touched.allVersions(from);
        }
    }

    /** A notice, and what was in force of it until then; one that names no versions is for all. */
    private void warning(String warning, @Nullable List<String> own, Instant from) {
        if (own == null) {
            touched.allVersions(from);
            return;
        }
        own.forEach(version -> touched.version(version, from));
        for (Fact fact : history.sheet(Kind.WARNING, warning).upTo(from).reversed()) {
            if (fact.data() instanceof WarningPublished it) {
                if (it.versions() == null) {
                    touched.allVersions(from);
                    return;
                }
                it.versions().forEach(version -> touched.version(version, from));
            }
            if (fact.time().isBefore(from)) {
                return;
            }
        }
    }

    private void finding(FindingMade says, Instant at) {
        if (says.question().equals("effective")) {
            remedyFound(says.about(), at);
        }
        touched.harm(says.about());
        history.linked(Link.HARMS_OF_RISK, says.about()).forEach(touched::harm);
        for (String version : withDescendants(says.about())) {
            history.linked(Link.HARMS_OF_VERSION, version).forEach(touched::harm);
        }
    }

    private void remedyFound(String remedy, Instant at) {
        for (Fact fact : history.sheet(Kind.REMEDY, remedy).all()) {
            if (fact.data() instanceof RemedyApplied it) {
                it.risks().forEach(risk -> risk(risk, at));
            }
        }
    }

    /** The version and all that came of it: where one was placed can rest on another (rule 47). */
    private Set<String> withDescendants(String version) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(version));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (all.add(next)) {
                open.addAll(history.linked(Link.VERSIONS_AFTER, next));
            }
        }
        return all;
    }

    private void service(String version, Instant from) {
        versions.changed(version);
        touched.service(from);
        touched.version(version, from);
    }

    /**
     * A release that gives a version its attributes can change what other facts mean; one that is
     * the first of a version of which nothing was said yet, or a further one, is about service
     * alone.
     */
    private void released(ModelReleased says, Instant at) {
        String version = says.version();
        Released before = versions.get(version);
        Set<Relevance> reached = reached();
        service(version, at);
        Released after = versions.get(version);
        boolean same = before != null && after != null && before.first().equals(after.first());
        boolean fresh = before == null && versions.isUnspoken(version, at);
        if (!same && (!fresh || !reached.equals(reached()))) {
            touched.everything();
        }
        says.reintroduces().forEach(risk -> risk(risk, at));
        says.fixes().forEach(risk -> risk(risk, at));
        history.linked(Link.INCIDENTS_OF_VERSION, version).forEach(touched::incident);
        history.linked(Link.HARMS_OF_VERSION, version).forEach(touched::harm);
    }

    private Set<Relevance> reached() {
        Set<Relevance> reached = new HashSet<>();
        for (Relevance it : reaches) {
            if (versions.any(it)) {
                reached.add(it);
            }
        }
        return reached;
    }
}
