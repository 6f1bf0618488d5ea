package org.dutyledger.liability.damage;

import org.jspecify.annotations.Nullable;

/**
 * An answer to every open question.
 *
 * @param lost the one question answered against the claimant whatever the scenario, null: none
 */
record Answers(Scenario scenario, @Nullable Question lost) {

    static Answers in(Scenario scenario) {
        return new Answers(scenario, null);
    }

    static Answers highBut(Question lost) {
        return new Answers(Scenario.HIGH, lost);
    }

    boolean forClaimant(Issue issue) {
        return switch (issue) {
            case Issue.Settled settled -> settled.forClaimant();
            case Issue.Open open -> open.question() != lost && byScenario(open);
        };
    }

    private boolean byScenario(Issue.Open open) {
        return switch (scenario) {
            case LOW -> false;
            case LIKELY -> open.likely();
            case HIGH -> true;
        };
    }
}
