package org.dutyledger.liability.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a rulebook turns harm into money (semantics K and L).
 *
 * @param basis who answers, and who proves
 * @param heads rule id by head of damage; a head that is absent is not counted
 * @param professionalExcluded heads not counted where the use was professional
 * @param mental when the mental head counts
 * @param defects duties whose breaches are defects (rule 41); empty: the rulebook knows no defects
 * @param expanded rule id whose breach makes damage expanded, null: none
 * @param defences what the producer may prove (rule 48)
 * @param presumptions what the claimant need not prove (rule 49)
 * @param punitive in the order of rule 52
 * @param presumedLeak rule id that presumes fault in a leak of personal data, null: none
 * @param placedFrom first local day of placing on which the rulebook applies (rule 47), null: any
 * @param potential what counts towards expected future harm (rules 56, 57)
 * @param citations every rule id of this part, with its citation
 */
public record DamagesRules(
        Basis basis,
        Map<String, String> heads,
        Set<String> professionalExcluded,
        MentalGate mental,
        List<DefectSource> defects,
        @Nullable String expanded,
        List<Defence> defences,
        List<Presumption> presumptions,
        List<TimeBar> timeBars,
        List<Punitive> punitive,
        @Nullable String presumedLeak,
        @Nullable LocalDate placedFrom,
        Potential potential,
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
     * A duty whose breach is a defect.
     *
     * @param type {@code warning} or {@code remediation}; each also counts as {@code design}
     */
    public record DefectSource(String rule, String type) {
        /** Whether its breaches are about a version; else they are about a risk (rule 41). */
        public boolean aboutVersion() {
            return type.equals("warning");
        }
    }

    /** What the producer may prove, by which finding, and when that is lost. */
    public record Defence(String rule, Proof proof, Loss lost) {
        /** The finding {@code rebuttal} that proves it. */
        public enum Proof {
            ANY_REBUTTAL,
            /** One with the reason {@code development-risk}. */
            DEVELOPMENT_RISK,
            /** One with any other reason, or none. */
            OTHER_REBUTTAL
        }

        /** What loses a defence. */
        public enum Loss {
            /** The harm is expanded damage. */
            EXPANDED,
            /** The risk was discovered and not remedied when the output was served. */
            UNREMEDIED,
            /** The same, or the version is an update. */
            UNREMEDIED_OR_UPDATE
        }
    }

    /**
     * What is presumed for the claimant.
     *
     * @param of what is presumed, such as {@code defect}
     * @param breachOf duty in whose breach the output was served; null: the risk was discovered and
     *     not remedied then
     * @param state as printed, {@code applies} or {@code candidate}
     */
    public record Presumption(String rule, String of, @Nullable String breachOf, String state) {}

    /**
     * A time bar in calendar years (rule 51).
     *
     * @param extinguishes whether the claim is gone; else a defence that no court raises
     * @param latentYears years for a personal injury that shows only after the end, null: none
     */
    public record TimeBar(
            String rule,
            int years,
            From from,
            boolean extinguishes,
            @Nullable Integer latentYears) {
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

    /**
     * What counts towards expected future harm.
     *
     * @param unwarned whether outputs without a due warning count
     * @param rule duty in whose breach outputs count as unremedied, null: see {@code remedy}
     */
    public record Potential(boolean unwarned, Unremedied remedy, @Nullable String rule) {
        /** When an output counts as unremedied. */
        public enum Unremedied {
            IN_BREACH,
            DISCOVERED,
            NEVER
        }
    }
}
