package org.dutyledger.liability.law;

/**
 * One thing that is wrong with a rulebook or a policy.
 *
 * @param path JSON pointer to the value, or {@code line N, column M} where the text is no YAML
 * @param line line of the text in which it stands, from 1; 0: it stands in none
 * @param says what was found and what was expected, in one sentence
 */
public record Problem(String path, int line, String says) {

    /** One whose line is not known yet. */
    Problem(String path, String says) {
        this(path, 0, says);
    }

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ", ") + path + ": " + says;
    }
}
