package org.dutyledger.liability.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The sheets of one kind; to find one costs the same however many there are. */
final class Sheets {

    private final Map<String, Sheet> sheets = new HashMap<>();
    private final NavigableSet<String> ids = new TreeSet<>();

    /** The sheet of a subject; an empty one if there is none. */
    Sheet get(String id) {
        return sheets.getOrDefault(id, Sheet.EMPTY);
    }

    boolean has(String id) {
        return sheets.containsKey(id);
    }

    /** The sheet of a subject, a new one if there is none. */
    Sheet open(String id) {
        Sheet known = sheets.get(id);
        if (known == null) {
            known = new Sheet();
            sheets.put(id, known);
            ids.add(id);
        }
        return known;
    }

    void remove(String id) {
        sheets.remove(id);
        ids.remove(id);
    }

    /** Sorted. */
    NavigableSet<String> ids() {
        return Collections.unmodifiableNavigableSet(ids);
    }
}
