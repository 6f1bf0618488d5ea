package org.dutyledger.views;

import org.dutyledger.contract.ModelId;

/** Which duty, of all models and rulebooks. In the order in which rows are written. */
record DutyKey(ModelId model, String rulebook, String rule, String about)
        implements Comparable<DutyKey> {

    @Override
    public int compareTo(DutyKey other) {
        int byModel = model.compareTo(other.model);
        int byRulebook = byModel != 0 ? byModel : rulebook.compareTo(other.rulebook);
        int byRule = byRulebook != 0 ? byRulebook : rule.compareTo(other.rule);
        return byRule != 0 ? byRule : about.compareTo(other.about);
    }
}
