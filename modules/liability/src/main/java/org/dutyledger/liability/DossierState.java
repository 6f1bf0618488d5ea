package org.dutyledger.liability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.Finding.ExposureChanged;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.duty.Docket;
import org.dutyledger.liability.duty.DutyBook;
import org.dutyledger.liability.duty.Touched;
import org.dutyledger.liability.history.Link;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.LawInForce;
import org.jspecify.annotations.Nullable;

/**
 * What is known and concluded of one model, as a fold: one fact in, what changed out. What a fact
 * costs does not depend on how many came before.
 *
 * <p>To decide about a fact at record time {@code now}: {@link #judge} up to {@code now}, {@link
 * #file} the fact, {@link #judge} at {@code now} again. Then what passes of itself was concluded
 * without the fact, and the findings are the same whether or not a clock ticked in between. To
 * replay what is stored: {@link #file} each fact and {@link #accept} each finding, in their order;
 * nothing is judged until {@link #judge} is called.
 */
public final class DossierState {

    /** One law, with what is concluded under it. */
    private record Court(DutyBook duties, ExposureBook exposure) {}

    private final Docket docket;
    private final Map<Law, Court> courts = new LinkedHashMap<>();
    private final Away away;

    /** A model of which nothing is known. */
    public DossierState(ModelId model, List<LawInForce> laws) {
        this.docket = new Docket(laws);
        this.away = new Away(Away.Index.NONE);
        for (LawInForce law : laws) {
            courts.put(
                    law.cited(), new Court(new DutyBook(model, law), new ExposureBook(model, law)));
        }
    }

    private DossierState(ModelId model, List<LawInForce> laws, Written written) {
        this.docket = new Docket(laws, written.facts(), written.withdrawn(), written.asOf());
        this.away = new Away(written.away());
        boolean sure = !written.doubted();
        for (LawInForce law : laws) {
            Court court = new Court(new DutyBook(model, law), new ExposureBook(model, law));
            courts.put(law.cited(), court);
            Written.Verdicts under = written.under(law.cited());
            if (under == null) {
                sure = false;
            } else {
                court.duties().restore(docket, under.held());
                court.exposure().restore(docket, court.duties(), under.told());
            }
        }
        if (!sure) {
            docket.doubt();
        }
    }

    /** The state as bytes that {@link #read} understands, also a later version of it. */
    public byte[] write() {
        List<Written.Verdicts> verdicts =
                courts.entrySet().stream()
                        .map(it ->
                                new Written.Verdicts(
                                        it.getKey(),
                                        it.getValue().duties().held(),
                                        it.getValue().exposure().told()))
                        .toList();
        return new Written(
                        Written.REVISION,
                        docket.asOf(),
                        isUnjudged(),
                        docket.history().facts(),
                        docket.history().withdrawn(),
                        verdicts,
                        away.index())
                .bytes();
    }

    /**
     * What {@link #putAway} took out.
     *
     * @param keep bytes by key; each takes the place of what was kept under its key
     * @param discard keys of what is kept for nothing now
     */
    public record Parts(Map<String, byte[]> keep, Set<String> discard) {}

    /**
     * Takes out of the state what is settled, so that it does not grow with its history: months of
     * coverage and monitoring that lie behind, risks and incidents of which nothing is open. The
     * parts must be kept by their keys, in the transaction that keeps the state written next.
     *
     * @return nothing if something was filed that was not judged yet, or that lies in the future:
     *     what it needs must be at hand when its time has come
     */
    public Parts putAway() {
        Map<String, byte[]> parts = new TreeMap<>();
        if (isUnjudged() || docket.nextToCome() != null || docket.asOf().equals(Instant.MIN)) {
            return new Parts(parts, Set.of());
        }
        courts.values().forEach(it -> it.duties().settleThreads(docket));
        for (Away.Past part : past()) {
            away.past(part);
            parts.put(part.key(), part(part.facts(), List.of()));
            docket.putAway(part.facts());
        }
        Instant horizon = docket.asOf().minus(Away.SUBJECTS_AT_HAND);
        for (String risk : List.copyOf(docket.history().ids(Kind.RISK))) {
            putAwayRisk(risk, horizon, parts);
        }
        for (String incident : List.copyOf(docket.history().ids(Kind.INCIDENT))) {
            List<Fact> facts = Away.ofIncident(docket, incident, horizon);
            if (facts != null && settled(Kind.INCIDENT, incident, horizon) != null) {
                parts.put(Away.INCIDENT + incident, part(facts, verdicts(Kind.INCIDENT, incident)));
                docket.putAway(facts);
            }
        }
        return new Parts(parts, away.discard(parts.keySet()));
    }

    private List<Away.Past> past() {
        Instant horizon = docket.asOf().minus(Away.THREADS_AT_HAND);
        Instant counted =
                courts.values().stream()
                        .flatMap(it -> Stream.ofNullable(it.duties().monitoredFrom()))
                        .filter(it -> it.isBefore(horizon))
                        .min(Instant::compareTo)
                        .orElse(horizon);
        List<Away.Past> past = Away.pastWindows(docket.history(), horizon);
        past.addAll(Away.pastPerformances(docket.history(), counted));
        return past;
    }

    private void putAwayRisk(String risk, Instant horizon, Map<String, byte[]> parts) {
        List<Fact> facts = Away.ofRisk(docket, risk, horizon);
        Instant since = settled(Kind.RISK, risk, horizon);
        if (facts == null || since == null) {
            return;
        }
        for (String remedy : docket.history().linked(Link.REMEDIES_OF_RISK, risk)) {
            parts.put(Away.REMEDY + remedy, pointer(Away.RISK + risk));
        }
        away.settled(since);
        parts.put(Away.RISK + risk, part(facts, verdicts(Kind.RISK, risk)));
        docket.putAway(facts);
    }

    private @Nullable Instant settled(Kind kind, String id, Instant horizon) {
        Instant settled = Instant.MIN;
        for (Court court : courts.values()) {
            Instant since = court.duties().settled(kind, id);
            if (since == null || since.isAfter(horizon)) {
                return null;
            }
            settled = since.isAfter(settled) ? since : settled;
        }
        return settled;
    }

    private List<Written.UnderLaw> verdicts(Kind kind, String id) {
        return courts.entrySet().stream()
                .map(it ->
                        new Written.UnderLaw(it.getKey(), it.getValue().duties().putAway(kind, id)))
                .toList();
    }

    private static byte[] part(List<Fact> facts, List<Written.UnderLaw> verdicts) {
        return new Written.Part(Written.REVISION, List.copyOf(facts), verdicts, List.of()).bytes();
    }

    private static byte[] pointer(String key) {
        return new Written.Part(Written.REVISION, List.of(), List.of(), List.of(key)).bytes();
    }

    /**
     * The keys of the parts that may have been put away and that must be at hand before the fact is
     * filed; for a withdrawal, ask with the fact it names. A key that ends in {@code *} stands for
     * all that begin so. {@link #take} what is kept, then ask again, until nothing is needed.
     */
    public Set<String> needs(Fact fact) {
        return new Needs(docket, away).of(fact);
    }

    /**
     * Takes back what was put away.
     *
     * @param needed what was asked for
     * @param kept what is kept of it, by key; often nothing
     */
    public void take(Set<String> needed, Map<String, byte[]> kept) {
        kept.forEach((key, part) -> {
            if (!away.isAtHand(key)) {
                take(key, Written.Part.read(part));
            }
        });
        away.asked(needed);
        away.asked(kept.keySet());
    }

    private void take(String key, Written.Part part) {
        away.pointsTo(key, part.elsewhere());
        docket.takeBack(part.facts());
        Kind kind = key.startsWith(Away.RISK) ? Kind.RISK : Kind.INCIDENT;
        String id = key.substring(key.indexOf('/') + 1);
        for (Written.UnderLaw under : part.verdicts()) {
            Court court = courts.get(under.law());
            if (court != null) {
                court.duties().takeBack(docket, kind, id, under.held());
            }
        }
    }

    private boolean isUnjudged() {
        boolean unsure = docket.isTouched();
        for (Court court : courts.values()) {
            unsure |= court.duties().isUnsure();
        }
        return unsure;
    }

    /**
     * Reads a state that was written. What was concluded under a law that is not among {@code laws}
     * is left out; under one that is new, everything is judged at the next {@link #judge}.
     *
     * @throws IllegalArgumentException if the bytes are none of a state, or of an unknown revision
     */
    public static DossierState read(ModelId model, byte[] bytes, List<LawInForce> laws) {
        return new DossierState(model, laws, Written.read(bytes));
    }

    /**
     * Takes a recorded fact in. Facts may have happened in any order; each comes once. A withdrawal
     * takes the fact it names out, also if that comes later.
     */
    public void file(Fact fact) {
        docket.goOn(fact.recorded());
        docket.file(fact);
    }

    /**
     * Brings all verdicts up to {@code now} on the record's clock and tells what changed: first
     * what was filed, then each deadline that passed since, in order of time, rule and subject,
     * dated at the deadline however late it is noticed.
     */
    public List<Finding> judge(Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (isUnjudged()) {
            judgeAt(docket.asOf(), findings);
        }
        Instant next = nextWake();
        while (next != null && !next.isAfter(now)) {
            docket.goOn(next);
            judgeAt(next, findings);
            next = nextWake();
        }
        docket.goOn(now);
        return findings;
    }

    private void judgeAt(Instant at, List<Finding> findings) {
        Touched touched = docket.take();
        for (Court court : courts.values()) {
            findings.addAll(court.duties().judge(docket, touched, at));
            ExposureChanged exposure = court.exposure().judge(docket, court.duties(), touched, at);
            if (exposure != null) {
                findings.add(exposure);
            }
        }
    }

    /** Takes a stored finding in; one under a law that is not in force here changes nothing. */
    public void accept(Finding finding) {
        Court court = courts.get(finding.law());
        if (court == null) {
            return;
        }
        switch (finding) {
            case DutyChanged it -> court.duties().accept(it);
            case ExposureChanged it -> court.exposure().accept(it);
        }
    }

    /** When something next changes of itself, null: never. */
    public @Nullable Instant nextWake() {
        Instant next = docket.nextToCome();
        for (Court court : courts.values()) {
            next = earlier(next, court.duties().nextWake());
            next = earlier(next, court.exposure().nextWake());
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    /** The verdicts held under a law, by rule, then about. */
    public List<Duty> duties(LawInForce law) {
        return court(law).duties().duties();
    }

    /** What is owed under a law. */
    public Exposure exposure(LawInForce law) {
        return court(law).exposure().exposure();
    }

    /** How many duties were judged so far, under all laws: the measure of the work done. */
    public long judged() {
        return courts.values().stream().mapToLong(it -> it.duties().judged()).sum();
    }

    private Court court(LawInForce law) {
        Court court = courts.get(law.cited());
        if (court == null) {
            throw new IllegalArgumentException("not judged under " + law.cited());
        }
        return court;
    }
}
