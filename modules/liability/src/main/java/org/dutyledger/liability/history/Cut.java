package org.dutyledger.liability.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one model that an answer rests on (semantics rules 3 to 5).
 *
 * @param facts in fact order; without withdrawals and withdrawn facts
 * @param knownAt as asked; not asked: the later of {@code asOf} and the last recording that counts
 */
public record Cut(List<Fact> facts, Instant knownAt) {

    /**
     * Of facts with equal source and id the first recorded; at equal record time the one whose RFC
     * 8785 bytes sort first (rule 3).
     */
    public static List<Fact> firsts(Collection<SourcedFact> facts) {
        Map<FactKey, SourcedFact> first = new LinkedHashMap<>();
        facts.forEach(each -> first.merge(each.fact().key(), each, Cut::first));
        return first.values().stream().map(SourcedFact::fact).toList();
    }

    /**
     * Cuts by both clocks, both ends inclusive.
     *
     * @param facts of any models, each key once, in any order
     * @param knownAt null: no cut by record time
     */
    public static Cut of(
            Collection<Fact> facts, ModelId model, Instant asOf, @Nullable Instant knownAt) {
        Map<FactKey, Instant> withdrawn = withdrawn(facts, knownAt);
        List<Fact> used = new ArrayList<>();
        Instant latest = asOf;
        for (Fact fact : facts) {
            if (!fact.model().equals(model) || !takesPart(fact, asOf, knownAt)) {
                continue;
            }
            Instant withdrawal = withdrawn.get(fact.key());
            if (withdrawal == null) {
                used.add(fact);
            }
            latest = later(latest, withdrawal == null ? fact.recorded() : withdrawal);
        }
        used.sort(Fact.ORDER);
        return new Cut(List.copyOf(used), knownAt == null ? latest : knownAt);
    }

    /** The models with at least one fact in the cut, sorted (rule 7). */
    public static List<ModelId> models(
            Collection<Fact> facts, Instant asOf, @Nullable Instant knownAt) {
        Map<FactKey, Instant> withdrawn = withdrawn(facts, knownAt);
        TreeSet<ModelId> models = new TreeSet<>();
        for (Fact fact : facts) {
            if (takesPart(fact, asOf, knownAt) && !withdrawn.containsKey(fact.key())) {
                models.add(fact.model());
            }
        }
        return List.copyOf(models);
    }

    /** When each withdrawn fact was first withdrawn (rule 4a). */
    private static Map<FactKey, Instant> withdrawn(
            Collection<Fact> facts, @Nullable Instant knownAt) {
        Map<FactKey, Instant> withdrawn = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof FactWithdrawn it && isKnown(fact, knownAt)) {
                FactKey wrong = new FactKey(fact.key().source(), it.fact());
                withdrawn.merge(wrong, fact.recorded(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return withdrawn;
    }

    /** Withdrawals only take away, and warnings shown are counted before the ledger (rule 6). */
    private static boolean takesPart(Fact fact, Instant asOf, @Nullable Instant knownAt) {
        boolean says =
                !(fact.data() instanceof FactWithdrawn) && !(fact.data() instanceof WarningShown);
        return says && !fact.time().isAfter(asOf) && isKnown(fact, knownAt);
    }

    private static boolean isKnown(Fact fact, @Nullable Instant knownAt) {
        return knownAt == null || !fact.recorded().isAfter(knownAt);
    }

    private static SourcedFact first(SourcedFact a, SourcedFact b) {
        int order = a.fact().recorded().compareTo(b.fact().recorded());
        if (order == 0) {
            order =
                    Arrays.compareUnsigned(
                            CanonicalJson.of(a.bytes()), CanonicalJson.of(b.bytes()));
        }
        return order <= 0 ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
