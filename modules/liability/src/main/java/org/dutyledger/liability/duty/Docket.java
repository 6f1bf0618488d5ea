package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.history.History;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.LawInForce;
import org.jspecify.annotations.Nullable;

/**
 * The history of one model as of an instant that only moves on, and what its facts touched since
 * duties were last judged. Facts may come in any order; one that lies in the future takes effect
 * when its time has come.
 */
public final class Docket {

    private final History history = new History();
    private final Versions versions;
    private final CoverageBook coverage = new CoverageBook();
    private final TreeMap<Instant, List<Fact>> toCome = new TreeMap<>();
    private final Set<Relevance> reaches = new HashSet<>();
    private final IdentityHashMap<LawInForce, Integer> readers = new IdentityHashMap<>();
    private final Map<Integer, SharedJudging> shared = new HashMap<>();
    private Touched touched = new Touched();
    private Instant asOf;

    /** An empty docket that is judged under these laws. */
    public Docket(List<LawInForce> laws) {
        this(laws, List.of(), List.of(), Instant.MIN);
    }

    /**
     * A docket as it was written down: nothing in it is touched.
     *
     * @param facts filed until then
     * @param withdrawn keys of facts that were withdrawn
     * @param asOf the instant as of which it was read
     */
    public Docket(List<LawInForce> laws, List<Fact> facts, List<FactKey> withdrawn, Instant asOf) {
        this.asOf = asOf;
        withdrawn.forEach(history::withdrawnBefore);
        for (Fact fact : facts) {
            history.file(fact);
            if (fact.time().isAfter(asOf)) {
                toCome(fact, true);
            } else {
                coverage.add(fact);
            }
        }
        this.versions = new Versions(history, asOf);
        for (LawInForce law : laws) {
            readers.put(law, readerLike(law, laws));
            for (DutyRule rule : law.rulebook().duties()) {
                reaches.add(Relevance.of(law.rulebook(), rule));
            }
        }
    }

    /** The place of the first of the laws that reads a history as this one does. */
    private static int readerLike(LawInForce law, List<LawInForce> laws) {
        int place = 0;
        while (!SharedJudging.alike(laws.get(place), law)) {
            place++;
        }
        return place;
    }

    /** All that is filed. */
    public History history() {
        return history;
    }

    /** The instant as of which the history is read. */
    public Instant asOf() {
        return asOf;
    }

    /** Files a fact; it takes effect at once unless its time is still to come. */
    public void file(Fact fact) {
        Fact changed = history.file(fact);
        shared.clear();
        if (changed == null) {
            return;
        }
        boolean added = changed.equals(fact);
        if (changed.time().isAfter(asOf)) {
            toCome(changed, added);
        } else {
            takeEffect(changed, added);
        }
        touched.by(fact.id());
    }

    private void toCome(Fact fact, boolean added) {
        if (added) {
            toCome.computeIfAbsent(fact.time(), t -> new ArrayList<>()).add(fact);
            return;
        }
        List<Fact> waiting = Objects.requireNonNull(toCome.get(fact.time()));
        waiting.remove(fact);
        if (waiting.isEmpty()) {
            toCome.remove(fact.time());
        }
    }

    /** Moves on to {@code now}; what lay in the future until then takes effect. */
    public void goOn(Instant now) {
        if (!now.isAfter(asOf)) {
            return;
        }
        asOf = now;
        shared.clear();
        versions.goOn(now);
        while (!toCome.isEmpty() && !toCome.firstKey().isAfter(now)) {
            List<Fact> due = new ArrayList<>(toCome.pollFirstEntry().getValue());
            due.sort(Fact.ORDER);
            for (Fact fact : due) {
                takeEffect(fact, true);
                touched.by(fact.id());
            }
        }
    }

    /** When the next fact takes effect of itself, null: none is waiting. */
    public @Nullable Instant nextToCome() {
        return toCome.isEmpty() ? null : toCome.firstKey();
    }

    /** Takes facts out for a while that no verdict needs now; nothing is touched by that. */
    public void putAway(List<Fact> facts) {
        shared.clear();
        history.drop(facts);
        facts.forEach(coverage::remove);
    }

    /** Files facts again that were put away; nothing is touched by that. */
    public void takeBack(List<Fact> facts) {
        shared.clear();
        for (Fact fact : facts) {
            if (history.file(fact) != null) {
                coverage.add(fact);
            }
        }
    }

    /** Whether the release gives a version its attributes that other facts were read with. */
    public boolean changesWhatOthersMean(ModelReleased says, Fact fact) {
        Versions.Released known = versions.get(says.version());
        if (known != null) {
            return Fact.ORDER.compare(fact, known.first()) <= 0;
        }
        return !versions.isUnspoken(says.version(), fact.time())
                || reaches.stream().anyMatch(it -> it.test(says) && !versions.any(it));
    }

    /** Whether the version, if one is named, was released. */
    public boolean isReleased(@Nullable String version) {
        return version == null || versions.get(version) != null;
    }

    /** Whether all must be judged anew. */
    public boolean isDoubted() {
        return touched.isEverything();
    }

    /** Whether something was filed that was not judged yet. */
    public boolean isTouched() {
        return !touched.isEmpty();
    }

    /** Lets everything be judged anew. */
    public void doubt() {
        touched.everything();
    }

    /** What was touched since this was asked last. */
    public Touched take() {
        Touched all = touched;
        touched = new Touched();
        return all;
    }

    Scene scene(LawInForce law) {
        Integer reader = readers.get(law);
        SharedJudging judging =
                reader == null
                        ? new SharedJudging()
                        : shared.computeIfAbsent(reader, it -> new SharedJudging());
        return new Scene(law.rulebook(), law.policy(), history, versions, coverage, asOf, judging);
    }

    private void takeEffect(Fact fact, boolean added) {
        new Touching(history, versions, coverage, reaches, touched).takeEffect(fact, added);
    }
}
