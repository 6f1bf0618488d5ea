package org.dutyledger.liability.law;

import org.dutyledger.contract.Finding;

/** A rulebook and the policy that measures its open words: what a model is judged under. */
public record LawInForce(Rulebook rulebook, Policy policy) {

    /** As a finding names it, with both digests. */
    public Finding.Law cited() {
        return new Finding.Law(rulebook.id(), rulebook.digest(), policy.id(), policy.digest());
    }
}
