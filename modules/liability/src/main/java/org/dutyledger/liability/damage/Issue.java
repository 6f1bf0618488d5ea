package org.dutyledger.liability.damage;

import org.dutyledger.contract.FactData.Answer;
import org.jspecify.annotations.Nullable;

/** A point on which a claim turns: settled, or open until somebody decides it. */
sealed interface Issue {

    Issue WON = new Settled(true);
    Issue LOST = new Settled(false);

    /** Settled. */
    record Settled(boolean forClaimant) implements Issue {}

    /**
     * Open.
     *
     * @param about harm or version
     * @param likely whether it counts for the claimant by default
     */
    record Open(Question question, String about, boolean likely) implements Issue {}

    /** True is for the claimant, false against, everything else as given. */
    static Issue of(@Nullable Answer answer, Issue ifContested, Issue ifAbsent) {
        if (answer == null) {
            return ifAbsent;
        }
        return switch (answer) {
            case TRUE -> WON;
            case FALSE -> LOST;
            case CONTESTED -> ifContested;
        };
    }
}
