package org.dutyledger.liability;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.Damages;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.duty.Duties;
import org.dutyledger.liability.duty.JudgedDuties;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.quality.Quality;
import org.dutyledger.liability.quality.QualityStandard;
import org.jspecify.annotations.Nullable;

/**
 * The law as one pure function: the same facts, rulebook, policy and instants give the same answer,
 * on any machine, in any order of arrival (contract, section 5).
 */
public final class Assessor {

    private Assessor() {}

    /**
     * Judges one model.
     *
     * @param facts of any models, each source and id once (see {@link Cut#firsts}), in any order
     * @param asOf cuts by {@code time}
     * @param knownAt cuts by record time, null: everything recorded counts
     */
    public static Assessment assess(
            Rulebook rulebook,
            Policy policy,
            Collection<Fact> facts,
            ModelId model,
            Instant asOf,
            @Nullable Instant knownAt) {
        Cut cut = Cut.of(facts, model, asOf, knownAt);
        JudgedDuties duties = Duties.judge(rulebook, policy, model, cut.facts(), asOf);
        JudgedDamages damages =
                Damages.assess(
                        rulebook, policy, cut.facts(), duties.knowledge(), duties.duties(), asOf);
        List<Quality> quality =
                QualityStandard.of(
                        rulebook.consequences().quality(),
                        cut.facts(),
                        duties.knowledge(),
                        duties.duties(),
                        asOf);
        return new Assessment(
                asOf,
                cut.knownAt(),
                law(rulebook, policy),
                model,
                duties.duties(),
                damages,
                quality);
    }

    /** What an answer was judged under. */
    public static Law law(Rulebook rulebook, Policy policy) {
        return new Law(rulebook.id(), rulebook.digest(), policy.id(), policy.digest());
    }
}
