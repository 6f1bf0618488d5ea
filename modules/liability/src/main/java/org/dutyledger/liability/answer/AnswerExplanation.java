package org.dutyledger.liability.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.damage.PotentialBasis;
import org.dutyledger.liability.duty.Duties;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** Why every part of an answer besides its duties is as it is, down to facts and articles. */
public final class AnswerExplanation {

    private static final Map<String, Function<AnswerExplanation, List<Entry>>> PARTS =
            new LinkedHashMap<>();

    static {
        PARTS.put("exposure", it -> List.of(Entry.whole(it.exposure().whole())));
        PARTS.put("potential", it -> List.of(Entry.whole(it.potential().whole())));
        PARTS.put("by-risk", it -> it.potential().byRisk());
        PARTS.put("parties", it -> it.points().parties());
        PARTS.put("defects", it -> it.points().defects());
        PARTS.put("needs-finding", it -> it.points().needs());
        PARTS.put("time-bars", it -> it.points().timeBars());
        PARTS.put("defences", it -> it.points().defences());
        PARTS.put("presumptions", it -> it.points().presumptions());
        PARTS.put("claims", it -> it.claims().claims());
        PARTS.put("recourse", it -> it.claims().recourse());
        PARTS.put("penalties", it -> it.consequences().penalties());
        PARTS.put("costs", it -> it.consequences().costs());
        PARTS.put("causation", it -> it.consequences().causation());
        PARTS.put("one-more-hour", it -> it.hours().all());
        PARTS.put("quality", it -> it.quality().all());
    }

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Policy policy;
    private final Collection<Fact> facts;
    private final Grounds grounds;

    /**
     * Explains one answer.
     *
     * @param rulebook and {@code policy} those that it was judged under
     * @param facts at least those of its model
     */
    public AnswerExplanation(
            Assessment answer, Rulebook rulebook, Policy policy, Collection<Fact> facts) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.policy = policy;
        this.facts = facts;
        this.grounds = new Grounds(answer, rulebook, facts);
    }

    /** The parts that can be explained. */
    public static Set<String> parts() {
        return PARTS.keySet();
    }

    /**
     * Explains a part.
     *
     * @param about a harm, party, claim or whatever an entry is about; null: all entries
     * @return null: the answer has no such entry
     */
    public @Nullable Explanation of(String part, @Nullable String about) {
        List<Explanation> found = new ArrayList<>();
        for (Entry it : entries(part)) {
            if (about == null || it.isAbout(about)) {
                found.add(it.why());
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        ModelId model = answer.model();
        if (found.isEmpty() && about != null) {
            return null;
        }
        Wording words = Terms.of(part);
        return Explanation.of(
                "%s of %s under %s as of %s: %d"
                        .formatted(words.en(), model, rulebook.id(), answer.asOf(), found.size()),
                "%s在%s下截至%s的%s：%d项"
                        .formatted(model, rulebook.id(), answer.asOf(), words.zh(), found.size()),
                found);
    }

    /** The entries of a part, in the answer's order. */
    List<Entry> entries(String part) {
        Function<AnswerExplanation, List<Entry>> explain = PARTS.get(part);
        if (explain == null) {
            throw new IllegalArgumentException("no part of an answer: " + part);
        }
        return explain.apply(this);
    }

    private ExposureExplanation exposure() {
        return new ExposureExplanation(answer, rulebook, policy, facts);
    }

    private PotentialExplanation potential() {
        return new PotentialExplanation(answer, rulebook, grounds, basis());
    }

    private PotentialBasis basis() {
        Knowledge knowledge =
                Duties.judge(rulebook, policy, answer.model(), grounds.facts(), answer.asOf())
                        .knowledge();
        return new PotentialBasis(rulebook, policy, grounds.facts(), knowledge, answer.asOf());
    }

    private Points points() {
        return new Points(answer, rulebook, grounds);
    }

    private ClaimReasons claims() {
        return new ClaimReasons(answer, grounds);
    }

    private ConsequenceReasons consequences() {
        return new ConsequenceReasons(answer, rulebook, grounds, duties());
    }

    private HourReasons hours() {
        return new HourReasons(answer, rulebook, grounds, duties(), basis());
    }

    private QualityReasons quality() {
        return new QualityReasons(answer, grounds, duties());
    }

    private DutyExplanation duties() {
        return new DutyExplanation(answer, rulebook, policy, grounds.facts());
    }
}
