package org.dutyledger.liability.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one model, filed by what they are about, with the links from one subject to another.
 * Facts may come in any order; the same one twice changes nothing.
 */
public final class History {

    private final Map<Kind, NavigableMap<String, Sheet>> sheets = new EnumMap<>(Kind.class);
    private final Map<String, NavigableSet<String>> remediesOfRisk = new HashMap<>();
    private final Map<String, NavigableSet<String>> incidentsOfRisk = new HashMap<>();
    private final Map<String, NavigableSet<String>> claimsOfHarm = new HashMap<>();
    private final NavigableSet<String> stops = new TreeSet<>();
    private final Map<FactKey, Fact> filed = new HashMap<>();
    private final Set<FactKey> withdrawn = new HashSet<>();

    /** Nothing is filed yet. */
    public History() {
        for (Kind kind : Kind.values()) {
            sheets.put(kind, new TreeMap<>());
        }
    }

    /**
     * Files a fact. A withdrawal takes the fact it names out, also if that comes only later (rule
     * 4a).
     *
     * @return the fact that was filed or taken out, null: nothing changed
     */
    public @Nullable Fact file(Fact fact) {
        if (fact.data() instanceof FactWithdrawn withdrawal) {
            return withdraw(new FactKey(fact.key().source(), withdrawal.fact()));
        }
        Subject subject = Subject.of(fact.data());
        if (subject == null
                || withdrawn.contains(fact.key())
                || filed.putIfAbsent(fact.key(), fact) != null) {
            return null;
        }
        of(subject.kind()).computeIfAbsent(subject.id(), id -> new Sheet()).add(fact);
        link(fact);
        return fact;
    }

    private @Nullable Fact withdraw(FactKey key) {
        withdrawn.add(key);
        Fact wrong = filed.remove(key);
        if (wrong != null) {
            Subject subject = Objects.requireNonNull(Subject.of(wrong.data()));
            sheet(subject.kind(), subject.id()).remove(wrong);
        }
        return wrong;
    }

    private void link(Fact fact) {
        if (fact.data() instanceof RemedyApplied it) {
            for (String risk : it.risks()) {
                remediesOfRisk.computeIfAbsent(risk, r -> new TreeSet<>()).add(it.remedy());
            }
            if (it.measure().endsService()) {
                stops.add(it.remedy());
            }
        } else if (fact.data() instanceof ClaimFiled it) {
            for (String harm : it.harms()) {
                claimsOfHarm.computeIfAbsent(harm, h -> new TreeSet<>()).add(it.claim());
            }
        } else if (fact.data() instanceof IncidentDetected it && it.risk() != null) {
            incidentsOfRisk.computeIfAbsent(it.risk(), r -> new TreeSet<>()).add(it.incident());
        }
    }

    /** The sheet of a subject; an empty one if nothing was said about it. */
    public Sheet sheet(Kind kind, String id) {
        return of(kind).getOrDefault(id, Sheet.EMPTY);
    }

    /** The ids of a kind that have a sheet, sorted; a sheet may have become empty. */
    public NavigableSet<String> ids(Kind kind) {
        return Collections.unmodifiableNavigableSet(of(kind).navigableKeySet());
    }

    /** Remedies of which an application names the risk, sorted. */
    public NavigableSet<String> remediesOf(String risk) {
        return remediesOfRisk.getOrDefault(risk, Collections.emptyNavigableSet());
    }

    /** Incidents of which a detection names the risk, sorted. */
    public NavigableSet<String> incidentsOf(String risk) {
        return incidentsOfRisk.getOrDefault(risk, Collections.emptyNavigableSet());
    }

    /** Claims of which a filing names the harm, sorted. */
    public NavigableSet<String> claimsOf(String harm) {
        return claimsOfHarm.getOrDefault(harm, Collections.emptyNavigableSet());
    }

    /** Remedies of which an application takes versions out of service, sorted. */
    public NavigableSet<String> stops() {
        return Collections.unmodifiableNavigableSet(stops);
    }

    private NavigableMap<String, Sheet> of(Kind kind) {
        return Objects.requireNonNull(sheets.get(kind));
    }
}
