package org.dutyledger.liability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
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
 * What was put away of a dossier: stretches of threads that lie behind, and subjects that are
 * settled. A part is known by a key: {@code coverage/VERSION/DAY}, {@code monitoring/MONTH}, {@code
 * risk/ID}, {@code incident/ID}; {@code remedy/ID} points to a risk.
 */
final class Away {

    /** How long windows stay at hand, and how long settled subjects do. */
    static final Duration THREADS_AT_HAND = Duration.ofDays(2);

    static final Duration SUBJECTS_AT_HAND = Duration.ofDays(7);

    static final String COVERAGE = "coverage/";
    static final String MONITORING = "monitoring/";
    static final String RISK = "risk/";
    static final String INCIDENT = "incident/";
    static final String REMEDY = "remedy/";
    static final String ALL = "*";

    /**
     * What is remembered of the parts.
     *
     * @param threads what is judged from then on, exclusive, does not need the parts of a thread;
     *     by the beginning of their keys
     * @param atHand keys that were asked for since something was put away last
     * @param quiet from when on no coming or going of versions concerns a risk that is away, null:
     *     none is
     */
    record Index(Map<String, Instant> threads, Set<String> atHand, @Nullable Instant quiet) {
        static final Index NONE = new Index(Map.of(), Set.of(), null);
    }

    private final NavigableMap<String, Instant> threads = new TreeMap<>();
    private final Map<String, String> elsewhere = new HashMap<>();
    private final NavigableSet<String> atHand = new TreeSet<>();
    private @Nullable Instant quiet;

    Away(Index index) {
        threads.putAll(index.threads());
        atHand.addAll(index.atHand());
        quiet = index.quiet();
    }

    Index index() {
        return new Index(new TreeMap<>(threads), new TreeSet<>(atHand), quiet);
    }

    NavigableMap<String, Instant> threads() {
        return threads;
    }

    @Nullable Instant quiet() {
        return quiet;
    }

    void past(Past part) {
        threads.merge(part.thread(), part.until(), Away::later);
    }

    void settled(Instant since) {
        quiet = quiet == null ? since : later(quiet, since);
    }

    /** Whether the part, or all of them, was asked for already. */
    boolean isAtHand(String key) {
        return atHand.contains(key);
    }

    void asked(Set<String> keys) {
        atHand.addAll(keys);
    }

    void pointsTo(String key, List<String> others) {
        others.forEach(other -> elsewhere.put(key, other));
    }

    /** The keys of parts that are at hand again and were not put away since. */
    Set<String> discard(Set<String> putAway) {
        Set<String> discard = new TreeSet<>(atHand);
        discard.removeIf(key -> key.endsWith(ALL) || putAway.contains(key));
        atHand.clear();
        elsewhere.clear();
        return discard;
    }

    /** The key of what a part that was taken back points to, null: it points nowhere. */
    @Nullable String elsewhere(String key) {
        return elsewhere.get(key);
    }

    /**
     * A part of a thread.
     *
     * @param thread the beginning of its key
     * @param until what is judged from then on, exclusive, does not need it
     */
    record Past(String thread, String key, List<Fact> facts, Instant until) {}

    /** Days of windows that lie wholly before the horizon. */
    static List<Past> pastWindows(History history, Instant horizon) {
        List<Past> past = new ArrayList<>();
        for (String version : history.ids(Kind.COVERAGE)) {
            Map<LocalDate, List<Fact>> byDay = new TreeMap<>();
            for (Fact fact : history.sheet(Kind.COVERAGE, version).all()) {
                if (fact.data() instanceof CoverageObserved it) {
                    LocalDate day = it.from().atOffset(ZoneOffset.UTC).toLocalDate();
                    byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(fact);
                }
            }
            String thread = COVERAGE + version + "/";
            byDay.forEach((day, facts) -> {
                Instant until = facts.stream().map(Away::until).reduce(Instant.MIN, Away::later);
                if (!until.isAfter(horizon)) {
                    past.add(new Past(thread, thread + day, facts, until));
                }
            });
        }
        return past;
    }

    /**
     * Months of performances of monitoring.
     *
     * @param counted from when on they are still counted; that month stays
     */
    static List<Past> pastPerformances(History history, Instant counted) {
        Map<YearMonth, List<Fact>> byMonth = new TreeMap<>();
        Instant until = Instant.MAX;
        for (Fact fact : history.sheet(Kind.MONITORING, Subject.MONITORING.id()).all()) {
            YearMonth month = monthOf(fact.time());
            if (!month.isBefore(monthOf(counted))) {
                until = fact.time();
                break;
            }
            byMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(fact);
        }
        List<Past> past = new ArrayList<>();
        for (Map.Entry<YearMonth, List<Fact>> it : byMonth.entrySet()) {
            past.add(new Past(MONITORING, MONITORING + it.getKey(), it.getValue(), until));
        }
        return past;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Until when a fact of a thread reaches. */
    private static Instant until(Fact fact) {
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
