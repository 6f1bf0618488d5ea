package org.dutyledger.liability.damage;

import java.time.Instant;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.DamagesRules;
import org.jspecify.annotations.Nullable;

/**
 * What the record shows about the moment a harmful output was served. A harm's risk counts only if
 * it affects the harm's version (rule 46).
 */
record Circumstances(
        HarmRecorded harm,
        boolean affected,
        boolean defective,
        boolean unremedied,
        boolean expanded) {

    static Circumstances of(
            HarmRecorded harm, DamagesRules rules, Defects defects, Knowledge knowledge) {
        String risk = harm.risk();
        Instant at = harm.outputAt();
        boolean affected = risk != null && knowledge.affected(risk, harm.version());
        return new Circumstances(
                harm,
                affected,
                defects.hold(harm, affected),
                risk != null
                        && affected
                        && knowledge.discovered(risk, at)
                        && !knowledge.remedied(risk, at),
                affected && inBreach(rules.expanded(), harm, knowledge));
    }

    /** Whether the output was served in a breach of the duty about the harm's risk. */
    static boolean inBreach(@Nullable String rule, HarmRecorded harm, Knowledge knowledge) {
        return rule != null
                && harm.risk() != null
                && knowledge.breached(rule, harm.risk(), harm.outputAt());
    }
}
