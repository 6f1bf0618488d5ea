package org.dutyledger.liability.laws;

import java.time.Instant;
import java.util.Collection;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/** What the laws are held against: the engine, or one that is broken on purpose. */
@FunctionalInterface
interface Engine {

    /** The one in use. */
    Engine[] HELD = {Assessor::assess};

    Assessment judge(
            Rulebook rulebook,
            Policy policy,
            Collection<Fact> facts,
            ModelId model,
            Instant asOf,
            @Nullable Instant knownAt);

    static Assessment assess(
            Rulebook rulebook,
            Policy policy,
            Collection<Fact> facts,
            ModelId model,
            Instant asOf,
            @Nullable Instant knownAt) {
        return HELD[0].judge(rulebook, policy, facts, model, asOf, knownAt);
    }
}
