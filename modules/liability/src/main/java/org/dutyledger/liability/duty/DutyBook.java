package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.DutyRule.IncidentNotice;
import org.dutyledger.liability.law.DutyRule.Monitor;
import org.dutyledger.liability.law.DutyRule.Remediate;
import org.dutyledger.liability.law.DutyRule.RiskNotice;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy.Warn;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on the duties of one model under one law, kept up fact by fact: only what was
 * touched, and what time alone changes, is judged again.
 */
public final class DutyBook {

    private final ModelId model;
    private final LawInForce law;
    private final String standing;
    private final Map<String, DutyRule> rules = new HashMap<>();
    private final Map<DutyKey, Held> held = new HashMap<>();
    private final NavigableMap<Instant, TreeSet<DutyKey>> wakes = new TreeMap<>();
    private final TreeSet<DutyKey> unsure = new TreeSet<>();
    private final Moved moved = new Moved();
    private final Quiet quiet = new Quiet();
    private @Nullable Scene scene;
    private long judged;

    /** No verdict yet. */
    public DutyBook(ModelId model, LawInForce law) {
        this.model = model;
        this.law = law;
        this.standing = model.toString();
        law.rulebook().duties().forEach(rule -> rules.put(rule.citation().rule(), rule));
    }

    /** What is held, by rule, then about. */
    public List<Held> held() {
        return sorted().map(Map.Entry::getValue).toList();
    }

    private Stream<Map.Entry<DutyKey, Held>> sorted() {
        return held.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    /** Takes over what was held when the docket was written down. */
    public void restore(Docket docket, List<Held> verdicts) {
        for (Held it : verdicts) {
            put(new DutyKey(it.duty().rule(), it.duty().about()), it);
        }
        scene = docket.scene(law);
        quiet.update(scene, docket.history().ids(Kind.RISK), rules.values());
    }

    /** Takes back what was held of a risk or incident when it was put away. */
    public void takeBack(Docket docket, Kind kind, String id, List<Held> verdicts) {
        for (Held it : verdicts) {
            put(new DutyKey(it.duty().rule(), it.duty().about()), it);
        }
        if (kind == Kind.RISK) {
            quiet.update(docket.scene(law), List.of(id), rules.values());
        }
    }

    /**
     * Since when nothing about a risk or incident is open, nor can become so unless a fact names
     * it: null, it is open.
     */
    public @Nullable Instant settled(Kind kind, String id) {
        Instant since = kind == Kind.RISK ? quiet.since(id) : Instant.MIN;
        for (Held it : about(kind, id)) {
            boolean rests =
                    switch (it.duty().status()) {
                        case SATISFIED, NOT_APPLICABLE -> true;
                        case NOT_YET -> kind == Kind.INCIDENT;
                        case PENDING, BREACH, POLICY_BREACH, NEEDS_FINDING, EXPIRED -> false;
                    };
            if (!rests || it.wake() != null) {
                return null;
            }
        }
        return since;
    }

    private List<Held> about(Kind kind, String id) {
        List<Held> about = new ArrayList<>();
        for (DutyRule rule : rules.values()) {
            boolean ofKind =
                    switch (rule) {
                        case Remediate it -> kind == Kind.RISK;
                        case RiskNotice it -> kind == Kind.RISK;
                        case IncidentNotice it -> kind == Kind.INCIDENT;
                        case VersionNotice it -> false;
                        case Monitor it -> false;
                    };
            Held verdict = held.get(new DutyKey(rule.citation().rule(), id));
            if (ofKind && verdict != null) {
                about.add(verdict);
            }
        }
        return about;
    }

    /** Lets go of the verdicts on a risk or incident that is settled, and returns them. */
    public List<Held> putAway(Kind kind, String id) {
        List<Held> away = about(kind, id);
        away.forEach(it -> held.remove(new DutyKey(it.duty().rule(), id)));
        if (kind == Kind.RISK) {
            quiet.forget(id);
            moved.forget(id);
        }
        return away;
    }

    /**
     * Judges versions and monitoring up to now, which changes nothing, so that what lies behind is
     * needed no more.
     */
    public void settleThreads(Docket docket) {
        Scene now = docket.scene(law);
        for (Map.Entry<DutyKey, Held> it : List.copyOf(held.entrySet())) {
            DutyRule rule = rules.get(it.getKey().rule());
            if (rule instanceof VersionNotice || rule instanceof Monitor) {
                judge(now, it.getKey(), now.asOf(), now.asOf(), new ArrayList<>());
            }
        }
    }

    /** From which instant on performances of monitoring are counted, null: from none. */
    public @Nullable Instant monitoredFrom() {
        Instant from = null;
        for (DutyRule rule : rules.values()) {
            Held it = held.get(new DutyKey(rule.citation().rule(), standing));
            if (rule instanceof Monitor && it != null && it.duty().due() != null) {
                from = earlier(from, it.duty().due().minus(law.policy().monitorEvery()));
            }
        }
        return from;
    }

    /** Whether a stored finding was taken in that was not judged yet. */
    public boolean isUnsure() {
        return !unsure.isEmpty();
    }

    /** The law it is kept under. */
    public LawInForce law() {
        return law;
    }

    /** All verdicts, by rule, then about. */
    public List<Duty> duties() {
        return sorted().map(it -> it.getValue().duty()).toList();
    }

    /** How many duties were judged so far: the measure of the work done. */
    public long judged() {
        return judged;
    }

    /** When time alone next changes a verdict, null: never. */
    public @Nullable Instant nextWake() {
        return wakes.isEmpty() ? null : wakes.firstKey();
    }

    /**
     * Judges what was touched and what is due, and tells what changed, by rule, then about.
     *
     * @param at the date of the findings: the docket's instant, or a deadline before it
     */
    public List<DutyChanged> judge(Docket docket, Touched touched, Instant at) {
        Scene now = docket.scene(law);
        scene = now;
        moved.clear();
        Todo todo =
                new Todo(law.rulebook().duties(), standing, docket.history(), quiet, this::bears);
        todo.add(touched, held.keySet());
        due(at).forEach(key -> todo.add(key, now.asOf()));
        unsure.forEach(key -> todo.add(key, now.asOf()));
        unsure.clear();
        NavigableMap<DutyKey, Instant> duties = todo.duties();
        if (duties.isEmpty()) {
            return List.of();
        }
        List<DutyChanged> findings = new ArrayList<>();
        duties.forEach((key, from) -> judge(now, key, from, at, findings));
        NavigableSet<String> risks = risksOf(duties.keySet());
        quiet.update(now, risks, rules.values());
        moved.risks(now, risks);
        return findings;
    }

    /**
     * Whether a window that came can change the verdict on its version: one that shows enough
     * warnings cannot, if there is no breach from its beginning on and none is to come.
     */
    private boolean bears(VersionNotice rule, CoverageObserved window) {
        Warn warn = law.policy().warn();
        boolean decides = false;
        for (String topic : warn.topics()) {
            decides |= Coverage.decides(window, topic, rule.language());
        }
        if (!decides) {
            return false;
        }
        Held verdict = held.get(new DutyKey(rule.citation().rule(), window.version()));
        if (verdict == null
                || verdict.wake() != null
                || Coverage.isShort(window, warn.coverage())) {
            return true;
        }
        List<Breach> breaches = verdict.duty().breaches();
        Instant last = breaches.isEmpty() ? Instant.MIN : breaches.getLast().to();
        return last == null || last.isAfter(window.from());
    }

    private NavigableSet<String> risksOf(Collection<DutyKey> judged) {
        NavigableSet<String> risks = new TreeSet<>();
        for (DutyKey key : judged) {
            DutyRule rule = rules.get(key.rule());
            if (rule instanceof Remediate || rule instanceof RiskNotice) {
                risks.add(key.about());
            }
        }
        return risks;
    }

    private Collection<DutyKey> due(Instant at) {
        if (wakes.isEmpty() || wakes.firstKey().isAfter(at)) {
            return List.of();
        }
        List<DutyKey> due = new ArrayList<>();
        wakes.headMap(at, true).values().forEach(due::addAll);
        return due;
    }

    private void judge(
            Scene now, DutyKey key, Instant from, Instant at, List<DutyChanged> findings) {
        DutyRule rule = rules.get(key.rule());
        if (rule == null) {
            return;
        }
        judged++;
        Held before = held.get(key);
        Judged judged = now.judged(rule, key.about(), since(before, from));
        if (judged == null) {
            forget(key, before, at, findings);
            return;
        }
        Duty duty = judged.duty();
        Duty known = before == null ? null : before.duty();
        Duty told = before != null && before.told() ? known : null;
        if (!duty.equals(known)) {
            moved.duty(rule, duty, known);
            if (told != null || Changes.isOfNote(duty)) {
                findings.add(finding(at, Changes.between(told, duty), duty, told));
                told = duty;
            }
        }
        Instant soonFor = before == null ? null : before.soonFor();
        Instant wake = judged.next();
        Instant soon = DueSoon.of(duty, law.policy().dueSoon());
        if (soon != null && !Objects.equals(duty.due(), soonFor)) {
            if (soon.isAfter(now.asOf())) {
                wake = earlier(wake, soon);
            } else {
                findings.add(finding(at, Change.DUE_SOON, duty, told));
                soonFor = duty.due();
            }
        }
        put(key, new Held(duty, now.asOf(), told != null, soonFor, wake));
    }

    private static Since since(@Nullable Held before, Instant from) {
        if (before == null || from.equals(Instant.MIN)) {
            return Since.EVER;
        }
        Instant start = before.asOf().isBefore(from) ? before.asOf() : from;
        return Since.of(start, before.duty().breaches());
    }

    private void forget(
            DutyKey key, @Nullable Held before, Instant at, List<DutyChanged> findings) {
        if (before == null) {
            return;
        }
        Duty none = Changes.none(before.duty());
        moved.duty(rules.get(key.rule()), none, before.duty());
        if (before.told() && !before.duty().equals(none)) {
            findings.add(finding(at, Change.SUPERSEDED, none, null));
        }
        unschedule(key, before);
        held.remove(key);
    }

    /** Of the breaches only those that are not as told, so that a finding stays small. */
    private DutyChanged finding(Instant at, Change change, Duty duty, @Nullable Duty told) {
        List<Breach> all = duty.breaches();
        int stand = told == null ? 0 : Breaches.of(all).sameAs(told.breaches());
        Instant since = stand == 0 ? null : all.get(stand - 1).to();
        if (stand > 0 && since == null) {
            stand--;
            since = stand == 0 ? null : all.get(stand - 1).to();
        }
        Duty rest = stand == 0 ? duty : duty.with(List.copyOf(all.subList(stand, all.size())));
        return new DutyChanged(model, at, law.cited(), change, rest, since);
    }

    /** A stored finding becomes the verdict; where it is not what was judged, it is looked at. */
    public void accept(DutyChanged finding) {
        Duty duty = finding.duty();
        DutyKey key = new DutyKey(duty.rule(), duty.about());
        Held before = held.get(key);
        if (finding.since() != null) {
            List<Breach> known = before == null ? List.of() : before.duty().breaches();
            duty = duty.with(Breaches.of(known).then(finding.since(), duty.breaches()));
        }
        if (duty.equals(Changes.none(duty))) {
            unschedule(key, held.remove(key));
            return;
        }
        Instant soonFor = before == null ? null : before.soonFor();
        if (finding.change() == Change.DUE_SOON) {
            soonFor = duty.due();
        }
        if (before != null && before.duty().equals(duty)) {
            put(key, new Held(duty, before.asOf(), true, soonFor, before.wake()));
        } else {
            Instant asOf = before == null ? Instant.MIN : before.asOf();
            put(key, new Held(duty, asOf, true, soonFor, null));
            unsure.add(key);
        }
    }

    private void put(DutyKey key, Held verdict) {
        unschedule(key, held.put(key, verdict));
        if (verdict.wake() != null) {
            wakes.computeIfAbsent(verdict.wake(), t -> new TreeSet<>()).add(key);
        }
    }

    private void unschedule(DutyKey key, @Nullable Held before) {
        if (before != null && before.wake() != null) {
            TreeSet<DutyKey> keys = wakes.get(before.wake());
            if (keys != null && keys.remove(key) && keys.isEmpty()) {
                wakes.remove(before.wake());
            }
        }
    }

    /** What damages may ask, as of the last judging. */
    public Knowledge knowledge() {
        if (scene == null) {
            throw new IllegalStateException("nothing was judged yet");
        }
        return new Known(scene, this::breaches);
    }

    private List<Breach> breaches(String rule, String about) {
        Held verdict = held.get(new DutyKey(rule, about));
        return verdict == null ? List.of() : verdict.duty().breaches();
    }

    /** What of the last judging harms may rest on. */
    public Moved moved() {
        return moved;
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }
}
