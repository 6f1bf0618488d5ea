package org.dutyledger.liability.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.history.Subject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one model, filed by what they are about, with the links from one subject to another.
 * Facts may come in any order; the same one twice changes nothing.
 */
public final class History {

    private final Map<Kind, Sheets> sheets = new EnumMap<>(Kind.class);
    private final Map<Link, Map<String, NavigableSet<String>>> links = new EnumMap<>(Link.class);
    private final NavigableSet<String> stops = new TreeSet<>();
    private final Map<FactKey, Fact> filed = new HashMap<>();
    private final Set<FactKey> withdrawn = new HashSet<>();

    /** Nothing is filed yet. */
    public History() {
        for (Kind kind : Kind.values()) {
            sheets.put(kind, new Sheets());
        }
        for (Link link : Link.values()) {
            links.put(link, new HashMap<>());
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
        of(subject.kind()).open(subject.id()).add(fact);
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
        switch (fact.data()) {
            case RemedyApplied it -> {
                it.risks().forEach(risk -> link(Link.REMEDIES_OF_RISK, risk, it.remedy()));
                if (it.measure().endsService()) {
                    stops.add(it.remedy());
                }
            }
            case IncidentDetected it -> {
                link(Link.INCIDENTS_OF_RISK, it.risk(), it.incident());
                link(Link.INCIDENTS_OF_VERSION, it.version(), it.incident());
            }
            case HarmRecorded it -> {
                link(Link.HARMS_OF_RISK, it.risk(), it.harm());
                link(Link.HARMS_OF_VERSION, it.version(), it.harm());
                link(Link.HARMS_OF_INCIDENT, it.incident(), it.harm());
            }
            case ClaimFiled it ->
                    it.harms().forEach(harm -> link(Link.CLAIMS_OF_HARM, harm, it.claim()));
            case ModelReleased it -> link(Link.VERSIONS_AFTER, it.previous(), it.version());
            default -> {}
        }
    }

    private void link(Link link, @Nullable String from, String to) {
        if (from != null && !(link == Link.VERSIONS_AFTER && from.equals(to))) {
            of(link).computeIfAbsent(from, id -> new TreeSet<>()).add(to);
        }
    }

    /** Takes facts out for a while, with what they link; they can be filed again. */
    public void drop(List<Fact> facts) {
        Map<Subject, Set<Fact>> bySubject = new HashMap<>();
        for (Fact fact : facts) {
            Subject subject = Subject.of(fact.data());
            if (subject != null && filed.remove(fact.key()) != null) {
                bySubject.computeIfAbsent(subject, it -> new HashSet<>()).add(fact);
                unlink(fact);
            }
        }
        bySubject.forEach((subject, gone) -> {
            Sheet sheet = sheet(subject.kind(), subject.id());
            sheet.removeAll(gone);
            if (sheet.isEmpty()) {
                of(subject.kind()).remove(subject.id());
            }
        });
    }

    private void unlink(Fact fact) {
        if (fact.data() instanceof RemedyApplied it) {
            it.risks().forEach(risk -> unlink(Link.REMEDIES_OF_RISK, risk, it.remedy()));
        } else if (fact.data() instanceof IncidentDetected it) {
            unlink(Link.INCIDENTS_OF_RISK, it.risk(), it.incident());
            unlink(Link.INCIDENTS_OF_VERSION, it.version(), it.incident());
        }
    }

    private void unlink(Link link, @Nullable String from, String to) {
        NavigableSet<String> linked = from == null ? null : of(link).get(from);
        if (linked != null && linked.remove(to) && linked.isEmpty()) {
            of(link).remove(from);
        }
    }

    /** Every fact that is filed, in fact order. */
    public List<Fact> facts() {
        return filed.values().stream().sorted(Fact.ORDER).toList();
    }

    /** Keys of facts that were withdrawn, come or still to come, sorted. */
    public List<FactKey> withdrawn() {
        return withdrawn.stream().sorted().toList();
    }

    /** Takes over that a fact was withdrawn before. */
    public void withdrawnBefore(FactKey key) {
        withdrawn.add(key);
    }

    /** The sheet of a subject; an empty one if nothing was said about it. */
    public Sheet sheet(Kind kind, String id) {
        return of(kind).get(id);
    }

    /** The ids of a kind that have a sheet, sorted; a sheet may have become empty. */
    public NavigableSet<String> ids(Kind kind) {
        return of(kind).ids();
    }

    /** Whether the id has a sheet, which may have become empty. */
    public boolean has(Kind kind, String id) {
        return of(kind).has(id);
    }

    /** What a fact ever linked to the id, sorted; a withdrawn fact's link stays. */
    public NavigableSet<String> linked(Link link, String id) {
        NavigableSet<String> linked = of(link).get(id);
        return linked == null
                ? Collections.emptyNavigableSet()
                : Collections.unmodifiableNavigableSet(linked);
    }

    /** Remedies of which an application takes versions out of service, sorted. */
    public NavigableSet<String> stops() {
        return Collections.unmodifiableNavigableSet(stops);
    }

    private Sheets of(Kind kind) {
        return Objects.requireNonNull(sheets.get(kind));
    }

    private Map<String, NavigableSet<String>> of(Link link) {
        return Objects.requireNonNull(links.get(link));
    }
}
