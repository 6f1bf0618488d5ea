package org.dutyledger.liability.answer;

import java.util.Arrays;
import java.util.Set;

/**
 * Why one entry of a part of an answer is as it is.
 *
 * @param about what it can be asked for by, such as a harm or a rule; empty: whatever is asked for
 */
record Entry(Set<String> about, Explanation why) {

    static Entry whole(Explanation why) {
        return new Entry(Set.of(), why);
    }

    static Entry of(Explanation why, String... about) {
        return new Entry(Set.copyOf(Arrays.asList(about)), why);
    }

    boolean isAbout(String id) {
        return about.isEmpty() || about.contains(id);
    }
}
