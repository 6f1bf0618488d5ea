package org.dutyledger.liability.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;

/** The facts about one subject, in fact order (semantics rule 5), whatever order they came in. */
public final class Sheet {

    /** Nothing was said about the subject. */
    static final Sheet EMPTY = new Sheet();

    private final List<Fact> facts = new ArrayList<>(2);

    void add(Fact fact) {
        if (facts.isEmpty() || Fact.ORDER.compare(facts.getLast(), fact) < 0) {
            facts.add(fact);
            return;
        }
        int at = Collections.binarySearch(facts, fact, Fact.ORDER);
        if (at < 0) {
            facts.add(-at - 1, fact);
        }
    }

    boolean remove(Fact fact) {
        int at = Collections.binarySearch(facts, fact, Fact.ORDER);
        if (at < 0) {
            return false;
        }
        facts.remove(at);
        return true;
    }

    void removeAll(Set<Fact> gone) {
        facts.removeIf(gone::contains);
    }

    /** Whether nothing is filed here. */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** All of them, also those that lie in the future. */
    public List<Fact> all() {
        return Collections.unmodifiableList(facts);
    }

    /** Those that happened at or before {@code t}. */
    public List<Fact> upTo(Instant t) {
        if (facts.isEmpty() || !facts.getLast().time().isAfter(t)) {
            return all();
        }
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).time().isAfter(t)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Collections.unmodifiableList(facts.subList(0, low));
    }
}
