package org.dutyledger.liability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.MonitoringPerformed;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RemedyMeasured;
import org.dutyledger.contract.FactData.RemedyReverted;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskReported;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningWithdrawn;
import org.dutyledger.liability.duty.Docket;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** Which parts that were put away one fact needs at hand. */
final class Needs {

    private final Docket docket;
    private final Away away;
    private final Set<String> keys = new TreeSet<>();

    Needs(Docket docket, Away away) {
        this.docket = docket;
        this.away = away;
    }

    Set<String> of(Fact fact) {
        Instant at = fact.time();
        if (docket.isDoubted()) {
            everything();
        }
        switch (fact.data()) {
            case RiskReported it -> risk(it.risk());
            case RiskConfirmed it -> risk(it.risk());
            case RiskRescored it -> risk(it.risk());
            case RiskDismissed it -> risk(it.risk());
            case RemedyApplied it -> {
                remedy(it.remedy(), at);
                it.risks().forEach(this::risk);
            }
            case RemedyReverted it -> remedy(it.remedy(), at);
            case RemedyMeasured it -> {
                remedy(it.remedy(), at);
                risk(it.risk());
            }
            case NoticeSent it -> {
                risk(it.about());
                incident(it.about());
            }
            case IncidentDetected it -> {
                incident(it.incident());
                risk(it.risk());
            }
            case IncidentSized it -> incident(it.incident());
            case IncidentHandled it -> incident(it.incident());
            case HarmRecorded it -> {
                risk(it.risk());
                incident(it.incident());
            }
            case FindingMade it -> remedy(it.about(), at);
            case ModelReleased it -> {
                it.fixes().forEach(this::risk);
                it.reintroduces().forEach(this::risk);
                service(at);
                if (docket.changesWhatOthersMean(it, fact)) {
                    everything();
                }
            }
            case ModelWithdrawn it -> service(at);
            case WarningPublished it -> thread(Away.COVERAGE, at);
            case WarningWithdrawn it -> thread(Away.COVERAGE, at);
            case CoverageObserved it -> thread(Away.COVERAGE + it.version() + "/", it.from());
            case MonitoringPerformed it -> thread(Away.MONITORING, at);
            default -> {}
        }
        keys.removeIf(away::isAtHand);
        return keys;
    }

    private void risk(@Nullable String risk) {
        if (risk != null && docket.history().sheet(Kind.RISK, risk).isEmpty()) {
            keys.add(Away.RISK + risk);
            keys.add(Away.INCIDENT + risk);
        }
    }

    /** An incident, and the risk that it names. */
    private void incident(@Nullable String incident) {
        if (incident == null) {
            return;
        }
        List<Fact> facts = docket.history().sheet(Kind.INCIDENT, incident).all();
        if (facts.isEmpty()) {
            keys.add(Away.INCIDENT + incident);
            keys.add(Away.RISK + incident);
        }
        for (Fact fact : facts) {
            if (fact.data() instanceof IncidentDetected it) {
                risk(it.risk());
            }
        }
    }

    private void remedy(String remedy, Instant at) {
        List<Fact> facts = docket.history().sheet(Kind.REMEDY, remedy).all();
        if (facts.isEmpty()) {
            String key = Away.REMEDY + remedy;
            String elsewhere = away.elsewhere(key);
            keys.add(elsewhere == null ? key : elsewhere);
        }
        for (Fact fact : facts) {
            if (fact.data() instanceof RemedyApplied it) {
                it.risks().forEach(this::risk);
            }
        }
        service(at);
    }

    /** What rests on when versions were in service. */
    private void service(Instant from) {
        thread("", from);
        Instant quiet = away.quiet();
        if (quiet != null && !from.isAfter(quiet)) {
            keys.add(Away.RISK + Away.ALL);
        }
    }

    /** The threads whose keys begin so and that reach beyond {@code from}. */
    private void thread(String prefix, Instant from) {
        for (Map.Entry<String, Instant> it : away.threads().tailMap(prefix, true).entrySet()) {
            if (!it.getKey().startsWith(prefix)) {
                return;
            }
            if (!it.getValue().isBefore(from)) {
                keys.add(it.getKey() + Away.ALL);
            }
        }
    }

    private void everything() {
        thread("", Instant.MIN);
        keys.add(Away.RISK + Away.ALL);
        keys.add(Away.INCIDENT + Away.ALL);
    }
}
