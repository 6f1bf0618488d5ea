package org.dutyledger.contract;

/**
 * What makes a fact count once: CloudEvents {@code source} and {@code id}, together unique for
 * ever.
 *
 * @param source URI-reference that begins with {@code /providers/{provider}}
 * @param id unique within the source
 */
public record FactKey(String source, String id) implements Comparable<FactKey> {

    /** By source, then id, in UTF-16 code units (semantics rule 5). */
    @Override
    public int compareTo(FactKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return source + " " + id;
    }
}
