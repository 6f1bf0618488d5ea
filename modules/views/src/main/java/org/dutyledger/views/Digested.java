package org.dutyledger.views;

import org.dutyledger.contract.Finding.Law;

/**
 * A rulebook or policy that an answer was computed under.
 *
 * @param digest {@code sha-256:} and lower-case hex
 */
public record Digested(String id, String digest) {

    /** The rulebook of a law. */
    public static Digested rulebook(Law law) {
        return new Digested(law.rulebook(), law.rulebookDigest());
    }

    /** The policy of a law. */
    public static Digested policy(Law law) {
        return new Digested(law.policy(), law.policyDigest());
    }
}
