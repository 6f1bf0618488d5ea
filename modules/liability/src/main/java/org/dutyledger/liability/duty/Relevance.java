package org.dutyledger.liability.duty;

import java.util.Set;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Which versions a rule looks at (rule 15): those of its jurisdiction and, where it asks for one,
 * its class. All others are as if absent.
 *
 * @param jurisdiction {@code US} alone stands for any state
 * @param classes one of them is asked for, null: none
 */
record Relevance(String jurisdiction, @Nullable Set<String> classes) {

    static Relevance of(Rulebook rulebook) {
        return new Relevance(rulebook.jurisdiction(), null);
    }

    static Relevance of(Rulebook rulebook, DutyRule rule) {
        return new Relevance(rulebook.jurisdiction(rule), rule.versionClasses());
    }

    boolean test(ModelReleased version) {
        return inJurisdiction(version)
                && (classes == null || version.classes().stream().anyMatch(classes::contains));
    }

    private boolean inJurisdiction(ModelReleased version) {
        return version.jurisdictions().contains(jurisdiction)
                || (jurisdiction.equals("US")
                        && version.jurisdictions().stream().anyMatch(it -> it.startsWith("US-")));
    }
}
