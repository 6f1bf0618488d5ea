package org.dutyledger.liability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.damage.ExposureAccount;
import org.dutyledger.liability.damage.HarmJudge;
import org.dutyledger.liability.damage.HarmVerdict;
import org.dutyledger.liability.duty.Docket;
import org.dutyledger.liability.duty.DutyBook;
import org.dutyledger.liability.duty.Touched;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.LawInForce;
import org.jspecify.annotations.Nullable;

/** What the harms of one model come to under one law, kept up harm by harm. */
final class ExposureBook {

    private final ModelId model;
    private final LawInForce law;
    private final ExposureAccount account;
    private final HarmIndex index = new HarmIndex();
    private final Map<String, Instant> wakeOf = new HashMap<>();
    private final NavigableMap<Instant, NavigableSet<String>> wakes = new TreeMap<>();
    private Exposure told;

    ExposureBook(ModelId model, LawInForce law) {
        this.model = model;
        this.law = law;
        this.account = new ExposureAccount(law.rulebook(), law.policy());
        this.told = account.exposure();
    }

    Exposure exposure() {
        return account.exposure();
    }

    /** When time alone next changes what is owed, null: never. */
    @Nullable Instant nextWake() {
        return wakes.isEmpty() ? null : wakes.firstKey();
    }

    /** Takes over what was told when the docket was written down, and judges every harm anew. */
    void restore(Docket docket, DutyBook duties, Exposure toldBefore) {
        judgeAll(docket, duties, docket.history().ids(Kind.HARM));
        told = toldBefore;
    }

    Exposure told() {
        return told;
    }

    /** A stored finding is what was told last. */
    void accept(ExposureChanged finding) {
        told = finding.exposure();
    }

    /**
     * Judges the harms that can be others now.
     *
     * @param duties as just judged
     * @param at the date of the finding
     * @return null: what is owed is the same
     */
    @Nullable ExposureChanged judge(Docket docket, DutyBook duties, Touched touched, Instant at) {
        NavigableSet<String> todo = todo(docket.history(), duties, touched);
        if (!wakes.isEmpty() && !wakes.firstKey().isAfter(at)) {
            wakes.headMap(at, true).values().forEach(todo::addAll);
        }
        if (todo.isEmpty()) {
            return null;
        }
        List<String> moved = judgeAll(docket, duties, todo);
        return changed(docket, touched, moved, at);
    }

    /** The harms whose verdict is another now. */
    private List<String> judgeAll(Docket docket, DutyBook duties, NavigableSet<String> harms) {
        HarmJudge judge =
                new HarmJudge(
                        law.rulebook(),
                        law.policy(),
                        docket.history(),
                        duties.knowledge(),
                        docket.asOf());
        List<String> moved = new ArrayList<>();
        for (String harm : harms) {
            index.put(harm, judge.recorded(harm));
            HarmVerdict verdict = judge.judge(harm);
            if (!verdict.equals(account.verdict(harm))) {
                account.put(verdict);
                moved.add(harm);
            }
            wake(harm, verdict.changesAt());
        }
        return moved;
    }

    private NavigableSet<String> todo(History history, DutyBook duties, Touched touched) {
        NavigableSet<String> todo = new TreeSet<>();
        if (touched.isEverything()) {
            todo.addAll(history.ids(Kind.HARM));
            return todo;
        }
        for (String harm : touched.harms()) {
            if (history.has(Kind.HARM, harm)) {
                todo.add(harm);
            }
        }
        duties.moved().risks().forEach((risk, when) -> index.addOfRisk(risk, when, todo));
        duties.moved()
                .versions()
                .forEach((version, when) -> index.addOfVersion(version, when, todo));
        return todo;
    }

    private void wake(String harm, @Nullable Instant at) {
        Instant before = at == null ? wakeOf.remove(harm) : wakeOf.put(harm, at);
        if (before != null && !before.equals(at)) {
            NavigableSet<String> same = wakes.get(before);
            if (same != null && same.remove(harm) && same.isEmpty()) {
                wakes.remove(before);
            }
        }
        if (at != null) {
            wakes.computeIfAbsent(at, t -> new TreeSet<>()).add(harm);
        }
    }

    private @Nullable ExposureChanged changed(
            Docket docket, Touched touched, List<String> moved, Instant at) {
        Exposure now = account.exposure();
        if (now.equals(told)) {
            return null;
        }
        told = now;
        List<String> because = touched.facts();
        if (because.isEmpty()) {
            because =
                    moved.stream()
                            .flatMap(harm -> docket.history().sheet(Kind.HARM, harm).all().stream())
                            .map(Fact::id)
                            .distinct()
                            .toList();
        }
        return new ExposureChanged(model, at, law.cited(), now, List.copyOf(because));
    }
}
