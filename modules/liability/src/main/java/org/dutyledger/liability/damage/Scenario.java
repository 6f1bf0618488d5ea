package org.dutyledger.liability.damage;

/** How the open questions of a harm are answered (rule 46). */
public enum Scenario {
    /** All against the claimant. */
    LOW,
    /** As the rulebook's default says. */
    LIKELY,
    /** All for the claimant. */
    HIGH
}
