package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * Which versions there are, and when each was in service (rules 14 to 17), as of an instant that
 * only moves on. What was worked out is kept until a fact changes it.
 */
final class Versions {

    /** A version with its first release, whose attributes are its own (rule 14). */
    record Released(String version, Fact first, ModelReleased says) {}

    private final History history;
    private final Map<String, Released> released = new HashMap<>();
    private final List<Released> inOrder = new ArrayList<>();
    private final Map<Relevance, List<Released>> relevant = new HashMap<>();
    private final Map<Relevance, Intervals> service = new HashMap<>();
    private final Map<String, Intervals> live = new HashMap<>();
    private Instant asOf;

    Versions(History history, Instant asOf) {
        this.history = history;
        this.asOf = asOf;
        for (String version : history.ids(Kind.VERSION)) {
            read(version);
        }
    }

    private void read(String version) {
        for (Fact fact : history.sheet(Kind.VERSION, version).upTo(asOf)) {
            if (fact.data() instanceof ModelReleased says) {
                Released it = new Released(version, fact, says);
                released.put(version, it);
                int at = inOrder.size();
                while (at > 0 && Fact.ORDER.compare(inOrder.get(at - 1).first(), fact) > 0) {
                    at--;
                }
                inOrder.add(at, it);
                return;
            }
        }
    }

    /** Time has gone on, and no fact took effect in between but those that are told next. */
    void goOn(Instant now) {
        asOf = now;
    }

    /** A release or withdrawal of the version took effect, or was found to be wrong. */
    void changed(String version) {
        Released before = released.remove(version);
        if (before != null) {
            inOrder.remove(before);
        }
        read(version);
        live.remove(version);
        relevant.clear();
        service.clear();
    }

    /** A remedy that takes versions out of service was applied or reverted. */
    void stopped() {
        live.clear();
        service.clear();
    }

    /** The version, null: not released so far. */
    @Nullable Released get(String version) {
        return released.get(version);
    }

    /**
     * Whether nothing was said of the version up to {@code t} that its release gives a meaning to:
     * no version came of it, and no withdrawal was before it.
     */
    boolean isUnspoken(String version, Instant t) {
        return history.linked(Link.VERSIONS_AFTER, version).isEmpty()
                && history.sheet(Kind.VERSION, version).upTo(t).stream()
                        .noneMatch(it -> it.data() instanceof ModelWithdrawn);
    }

    /** When it was first released, null: not so far. */
    @Nullable Instant firstReleased(String version) {
        Released it = released.get(version);
        return it == null ? null : it.first().time();
    }

    /** Whether the version was released and is one that the rule looks at. */
    boolean looksAt(String version, Relevance relevance) {
        Released it = released.get(version);
        return it != null && relevance.test(it.says());
    }

    /** Whether any version that the rule looks at was released. */
    boolean any(Relevance relevance) {
        return !relevant(relevance).isEmpty();
    }

    /** Those that are relevant, in the order of their first release. */
    List<Released> relevant(Relevance relevance) {
        return relevant.computeIfAbsent(
                relevance, it -> inOrder.stream().filter(v -> it.test(v.says())).toList());
    }

    /** When any of the relevant versions was in service. */
    Intervals service(Relevance relevance) {
        Intervals known = service.get(relevance);
        if (known == null) {
            List<Interval> all = new ArrayList<>();
            relevant(relevance).forEach(it -> all.addAll(live(it.version()).list()));
            known = Intervals.of(all);
            service.put(relevance, known);
        }
        return known;
    }

    /** When the version was in service; open at the end if it still is. */
    Intervals live(String version) {
        return live.computeIfAbsent(version, this::serviceOf);
    }

    /** The withdrawals of relevant versions at an instant. */
    List<Fact> withdrawnAt(Instant t, Relevance relevance) {
        List<Fact> at = new ArrayList<>();
        for (Released it : relevant(relevance)) {
            for (Fact fact : history.sheet(Kind.VERSION, it.version()).upTo(asOf)) {
                if (fact.time().equals(t) && fact.data() instanceof ModelWithdrawn) {
                    at.add(fact);
                }
            }
        }
        return at;
    }

    private Intervals serviceOf(String version) {
        List<Interval> inService = new ArrayList<>();
        List<Fact> facts = history.sheet(Kind.VERSION, version).upTo(asOf);
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).data() instanceof ModelReleased) {
                Instant end = i + 1 < facts.size() ? facts.get(i + 1).time() : null;
                inService.add(new Interval(facts.get(i).time(), end));
            }
        }
        Intervals known = Intervals.of(inService);
        for (String remedy : history.stops()) {
            known = known.minus(stopped(remedy, version));
        }
        return known;
    }

    private Intervals stopped(String remedy, String version) {
        List<Interval> stopped = new ArrayList<>();
        for (Application at : Application.timeline(history, remedy, asOf)) {
            RemedyApplied says = at.says();
            if (says != null
                    && says.measure().endsService()
                    && at.full()
                    && (says.versions() == null || says.versions().contains(version))) {
                stopped.add(at.span());
            }
        }
        return Intervals.of(stopped);
    }

    /**
     * The relevant versions that a risk affects (rule 17).
     *
     * @param confirmation of the episode, null: not confirmed
     */
    Set<String> affected(String risk, @Nullable RiskConfirmed confirmation, Relevance relevance) {
        List<String> named = confirmation == null ? null : confirmation.versions();
        boolean all = named == null || named.isEmpty();
        Map<String, Boolean> seen = new HashMap<>();
        Set<String> affected = new LinkedHashSet<>();
        for (Released it : relevant(relevance)) {
            ModelReleased says = it.says();
            Boolean before = says.previous() == null ? null : seen.get(says.previous());
            boolean hit;
            if (says.reintroduces().contains(risk)) {
                hit = true;
            } else if (says.fixes().contains(risk)) {
                hit = false;
            } else if (named != null && named.contains(it.version())) {
                hit = true;
            } else {
                hit = before == null ? all : before;
            }
            seen.put(it.version(), hit);
            if (hit) {
                affected.add(it.version());
            }
        }
        return affected;
    }
}
