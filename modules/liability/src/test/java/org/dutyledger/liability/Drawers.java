package org.dutyledger.liability;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactKey;

/** Keeps what a state puts away, and gives it back when a fact needs it. */
public final class Drawers {

    private final TreeMap<String, byte[]> kept = new TreeMap<>();
    private final Map<FactKey, Fact> known = new HashMap<>();

    /** Puts away what is settled. */
    public void fill(DossierState state) {
        DossierState.Parts parts = state.putAway();
        kept.putAll(parts.keep());
        kept.keySet().removeAll(parts.discard());
    }

    /** Gives the state what it must have at hand before the fact is filed. */
    public void open(DossierState state, Fact fact) {
        Fact named = named(fact);
        known.put(fact.key(), fact);
        Set<String> needed = state.needs(named);
        while (!needed.isEmpty()) {
            Map<String, byte[]> found = new TreeMap<>();
            needed.forEach(key -> found.putAll(of(key)));
            state.take(needed, found);
            needed = state.needs(named);
        }
    }

    /** How many parts are kept. */
    public int size() {
        return kept.size();
    }

    /** A withdrawal needs what the fact needs that it names. */
    private Fact named(Fact fact) {
        return fact.data() instanceof FactWithdrawn it
                ? known.getOrDefault(new FactKey(fact.key().source(), it.fact()), fact)
                : fact;
    }

    private Map<String, byte[]> of(String key) {
        if (key.endsWith("*")) {
            String prefix = key.substring(0, key.length() - 1);
            return Map.copyOf(kept.subMap(prefix, prefix + Character.MAX_VALUE));
        }
        byte[] part = kept.get(key);
        return part == null ? Map.of() : Map.of(key, part);
    }
}
