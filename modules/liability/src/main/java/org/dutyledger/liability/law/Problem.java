package org.dutyledger.liability.law;

/**
 * One thing that is wrong with a rulebook or a policy.
 *
 * @param path JSON pointer to the value, or {@code line N, column M} where the text is no YAML
 * @param says what was found and what was expected, in one sentence
 */
public record Problem(String path, String says) {
    @Override
    public String toString() {
        return path + ": " + says;
    }
}
