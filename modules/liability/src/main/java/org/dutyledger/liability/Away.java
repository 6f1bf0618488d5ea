package org.dutyledger.liability;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.liability.duty.Docket;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What was put away of a dossier: months of threads that lie behind, and subjects that are settled.
 * A part is known by a key: {@code coverage/MONTH/VERSION}, {@code monitoring/MONTH}, {@code
 * risk/ID}, {@code incident/ID}; {@code remedy/ID} points to a risk.
 */
final class Away {

    /** How long everything stays at hand. */
    static final Duration AT_HAND = Duration.ofDays(30);

    static final String RISK = "risk/";
    static final String INCIDENT = "incident/";
    static final String REMEDY = "remedy/";
    static final String MONITORING = "monitoring/";
    static final String ALL = "*";

    /**
     * What is remembered of the parts.
     *
     * @param months until when the windows or performances of each part reach, by key
     * @param taken keys of parts that were taken back and are kept no more
     * @param quiet from when on no coming or going of versions concerns a risk that is away, null:
     *     none is
     */
    record Index(Map<String, Instant> months, Set<String> taken, @Nullable Instant quiet) {
        static final Index NONE = new Index(Map.of(), Set.of(), null);
    }

    private final NavigableMap<String, Instant> months = new TreeMap<>();
    private final Map<String, String> elsewhere = new HashMap<>();
    private final TreeSet<String> taken = new TreeSet<>();
    private @Nullable Instant quiet;

    Away(Index index) {
        months.putAll(index.months());
        taken.addAll(index.taken());
        quiet = index.quiet();
    }

    Index index() {
        return new Index(new TreeMap<>(months), new TreeSet<>(taken), quiet);
    }

    NavigableMap<String, Instant> months() {
        return months;
    }

    @Nullable Instant quiet() {
        return quiet;
    }

    void month(String key, Instant until) {
        months.put(key, until);
    }

    void settled(Instant since) {
        quiet = quiet == null || since.isAfter(quiet) ? since : quiet;
    }

    /** Whether the part is at hand. */
    boolean isTaken(String key) {
        return taken.contains(key);
    }

    void back(String key, List<String> pointsTo) {
        months.remove(key);
        taken.add(key);
        pointsTo.forEach(other -> elsewhere.put(key, other));
    }

    /** The keys of parts that were taken back and not put away again. */
    Set<String> discard(Set<String> putAway) {
        Set<String> discard = new TreeSet<>(taken);
        discard.removeAll(putAway);
        taken.clear();
        elsewhere.clear();
        return discard;
    }

    /** The key of what a part that was taken back points to, null: it points nowhere. */
    @Nullable String elsewhere(String key) {
        return elsewhere.get(key);
    }

    /**
     * A month of a thread.
     *
     * @param until what is judged from then on does not need it
     */
    record Month(List<Fact> facts, Instant until) {}

    /**
     * Months of windows or performances that lie wholly before the horizon, by key.
     *
     * @param monitored from when on performances are counted
     */
    static Map<String, Month> pastMonths(History history, Instant horizon, Instant monitored) {
        Map<String, Month> past = new TreeMap<>();
        for (String version : history.ids(Kind.COVERAGE)) {
            Map<YearMonth, List<Fact>> byMonth = new TreeMap<>();
            for (Fact fact : history.sheet(Kind.COVERAGE, version).all()) {
                if (fact.data() instanceof CoverageObserved it) {
                    byMonth.computeIfAbsent(monthOf(it.from()), m -> new ArrayList<>()).add(fact);
                }
            }
            byMonth.forEach((month, facts) -> {
                Instant until =
                        facts.stream()
                                .map(Away::until)
                                .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
                if (!until.isAfter(horizon)) {
                    past.put("coverage/" + month + "/" + version, new Month(facts, until));
                }
            });
        }
        past.putAll(pastPerformances(history, monitored.isBefore(horizon) ? monitored : horizon));
        return past;
    }

    private static Map<String, Month> pastPerformances(History history, Instant counted) {
        List<Fact> performed = history.sheet(Kind.MONITORING, Subject.MONITORING.id()).all();
        Map<YearMonth, List<Fact>> byMonth = new TreeMap<>();
        Instant until = Instant.MAX;
        for (Fact fact : performed) {
            YearMonth month = monthOf(fact.time());
            if (!month.isBefore(monthOf(counted))) {
                until = fact.time();
                break;
            }
            byMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(fact);
        }
        Map<String, Month> past = new TreeMap<>();
        for (Map.Entry<YearMonth, List<Fact>> it : byMonth.entrySet()) {
            past.put(MONITORING + it.getKey(), new Month(it.getValue(), until));
        }
        return past;
    }

    /** Until when a fact of a thread reaches. */
    static Instant until(Fact fact) {
        if (fact.data() instanceof CoverageObserved it && it.to().isAfter(fact.time())) {
            return it.to();
        }
        return fact.time();
    }

    private static YearMonth monthOf(Instant t) {
        return YearMonth.from(t.atOffset(ZoneOffset.UTC));
    }

    /**
     * The facts on which a risk rests alone, null: others rest on them too, or one lies after the
     * horizon.
     */
    static @Nullable List<Fact> ofRisk(Docket docket, String risk, Instant horizon) {
        History history = docket.history();
        if (!history.linked(Link.HARMS_OF_RISK, risk).isEmpty()
                || !history.linked(Link.INCIDENTS_OF_RISK, risk).isEmpty()
                || !history.sheet(Kind.INCIDENT, risk).isEmpty()) {
            return null;
        }
        List<Fact> facts = new ArrayList<>(history.sheet(Kind.RISK, risk).all());
        facts.addAll(history.sheet(Kind.NOTICES, risk).all());
        for (String remedy : history.linked(Link.REMEDIES_OF_RISK, risk)) {
            if (!history.sheet(Kind.FINDINGS, remedy).isEmpty()
                    || history.stops().contains(remedy)) {
                return null;
            }
            for (Fact fact : history.sheet(Kind.REMEDY, remedy).all()) {
                if (fact.data() instanceof RemedyApplied it && !it.risks().equals(List.of(risk))) {
                    return null;
                }
                facts.add(fact);
            }
        }
        return facts.stream().anyMatch(it -> it.time().isAfter(horizon)) ? null : facts;
    }

    /** As {@link #ofRisk}, of an incident. */
    static @Nullable List<Fact> ofIncident(Docket docket, String incident, Instant horizon) {
        History history = docket.history();
        if (!history.linked(Link.HARMS_OF_INCIDENT, incident).isEmpty()
                || !history.sheet(Kind.RISK, incident).isEmpty()) {
            return null;
        }
        List<Fact> facts = new ArrayList<>(history.sheet(Kind.INCIDENT, incident).all());
        for (Fact fact : facts) {
            if (fact.data() instanceof IncidentDetected it
                    && (it.risk() != null || !docket.isReleased(it.version()))) {
                return null;
            }
        }
        facts.addAll(history.sheet(Kind.NOTICES, incident).all());
        return facts.stream().anyMatch(it -> it.time().isAfter(horizon)) ? null : facts;
    }
}
