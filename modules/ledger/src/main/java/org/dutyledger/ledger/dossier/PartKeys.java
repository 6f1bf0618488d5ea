package org.dutyledger.ledger.dossier;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which parts of a dossier may have been put away: four bytes each, so that most facts are known to
 * need none without a question to the database. A part that was discarded may still be taken for
 * one; none that was kept is missed.
 */
final class PartKeys {

    private int[] hashes = {};

    /** More were put away. */
    void add(Collection<String> keys) {
        hashes =
                IntStream.concat(Arrays.stream(hashes), keys.stream().mapToInt(String::hashCode))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    boolean isEmpty() {
        return hashes.length == 0;
    }

    /**
     * Whether one of them may be there.
     *
     * @param keys one that ends in {@code *} stands for all that begin so
     */
    boolean mayHold(Set<String> keys) {
        return keys.stream()
                .anyMatch(key ->
                        key.endsWith("*") || Arrays.binarySearch(hashes, key.hashCode()) >= 0);
    }
}
