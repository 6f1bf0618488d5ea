package org.dutyledger.views;

import org.dutyledger.contract.Finding.Law;

/**
 * A rulebook or policy that an answer was computed under.
 *
 * @param digest {@code sha-256:} and lower-case hex
 */
public record Digested(String id, String digest) {

    static Digested rulebook(Law law) {
        return new Digested(law.rulebook(), law.rulebookDigest());
    }

    static Digested policy(Law law) {
        return new Digested(law.policy(), law.policyDigest());
    }
}
