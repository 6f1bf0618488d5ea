package org.dutyledger.liability.law;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a rulebook turns harm into money (semantics K).
 *
 * @param basis who answers, and who proves
 * @param heads rule id by head of damage; a head that is absent is not counted
 * @param professionalExcluded heads not counted where the use was professional
 * @param mental when the mental head counts
 * @param defects rule ids that make defect intervals (rule 41); empty: the rulebook knows none
 * @param expanded rule id whose breach makes damage expanded, null: none
 * @param punitive in the order of rule 52
 * @param citations every rule id of this part, with its citation
 */
public record DamagesRules(
        Basis basis,
        Map<String, String> heads,
        Set<String> professionalExcluded,
        MentalGate mental,
        List<String> defects,
        @Nullable String expanded,
        @Nullable String defence,
        List<TimeBar> timeBars,
        List<Punitive> punitive,
        @Nullable String presumedLeak,
        Map<String, Citation> citations) {

    /** Fault (a service), strict (a product), presumed (the burden shifted), none. */
    public enum Basis {
        FAULT,
        STRICT,
        PRESUMED,
        DIRECTIVE,
        NONE
    }

    /** Only if found serious; always; unless found not to be. */
    public enum MentalGate {
        IF_SERIOUS,
        ALWAYS,
        UNLESS_REFUSED
    }

    /**
     * A time bar in calendar years (rule 51).
     *
     * @param extinguishes whether the claim is gone; else a defence that no court raises
     */
    public record TimeBar(String rule, int years, From from, boolean extinguishes) {
        /** From when the years run. */
        public enum From {
            HARM,
            RELEASE,
            PLACING
        }
    }

    /**
     * A way to punitive damages (rule 52).
     *
     * @param multiple times the base
     * @param floor least amount as a decimal, null: none
     * @param capOnly an upper limit: counts 0.00 in {@code low}
     */
    public record Punitive(
            String rule,
            Gate gate,
            int multiple,
            Base base,
            @Nullable String floor,
            boolean capOnly) {
        /** What opens it. */
        public enum Gate {
            FRAUD,
            KNEW,
            KNEW_OR_EXPANDED,
            REPEATED_OR_MALICIOUS
        }

        /** What is multiplied. */
        public enum Base {
            PRICE,
            PERSONAL_AND_MENTAL,
            ALL_HEADS
        }
    }
}
