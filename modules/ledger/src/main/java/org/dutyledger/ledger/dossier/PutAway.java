package org.dutyledger.ledger.dossier;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactKey;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.store.RecordedFact;
import org.dutyledger.ledger.store.SnapshotTable;
import org.dutyledger.liability.DossierState;
import org.dutyledger.liability.DossierState.Parts;

/** Brings back, before facts are filed, what was put away of a dossier and is needed again. */
final class PutAway {

    private final ModelId model;
    private final SnapshotTable table;
    private final RecordedFact recorded;
    private final PartKeys keys = new PartKeys();

    /**
     * @param kept keys of what was put away
     */
    PutAway(ModelId model, SnapshotTable table, RecordedFact recorded, Collection<String> kept) {
        this.model = model;
        this.table = table;
        this.recorded = recorded;
        keys.add(kept);
    }

    /** More was put away. */
    void added(Parts parts) {
        keys.add(parts.keep().keySet());
    }

    /** Takes back what the facts need, by as few queries as their needs allow. */
    void bringBack(DossierState state, Collection<Fact> facts) {
        if (keys.isEmpty()) {
            return;
        }
        // What comes back may point to more.
        for (Set<String> needed = needs(state, facts);
                !needed.isEmpty();
                needed = needs(state, facts)) {
            Map<String, byte[]> kept = keys.mayHold(needed) ? table.parts(model, needed) : Map.of();
            state.take(needed, kept);
        }
    }

    private Set<String> needs(DossierState state, Collection<Fact> facts) {
        Set<String> needed = new HashSet<>();
        for (Fact fact : facts) {
            needed.addAll(state.needs(fact));
            if (fact.data() instanceof FactWithdrawn withdrawal) {
                var named = new FactKey(fact.key().source(), withdrawal.fact());
                recorded.find(model, named).ifPresent(it -> needed.addAll(state.needs(it)));
            }
        }
        return needed;
    }
}
