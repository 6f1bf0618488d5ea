package org.dutyledger.liability.laws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What might have been: what was sent of one model under one policy, and when somebody asks. Facts
 * of every kind, late ones and early ones, at equal instants, at the turns of the law in its own
 * zones, wrong ones that are withdrawn, and some sent twice, the second time with other content.
 *
 * @param sent in any order
 * @param facts each once, in order of recording
 */
public record LegalHistory(
        long seed, Policy policy, List<SourcedFact> sent, List<Fact> facts, List<Asked> asked) {

    static final ModelId MODEL = new ModelId("acme", "chat");
    private static final ModelId OTHER = new ModelId("acme", "other");

    /**
     * A question of an answer.
     *
     * @param knownAt null: everything recorded counts
     */
    record Asked(Instant asOf, @Nullable Instant knownAt) {}

    /** The same for the same seed, for ever. */
    static LegalHistory of(long seed) {
        return of(seed, 1);
    }

    /**
     * @param stretch how many times longer all takes
     */
    static LegalHistory of(long seed, int stretch) {
        Dice dice = new Dice(seed);
        Policy policy = MadeUpPolicy.of(dice);
        Timeline times = new Timeline(dice, policy, stretch);
        Draft draft = new Draft(dice, times);
        VersionFacts.add(draft);
        RiskFacts.add(draft);
        WarningFacts.add(draft);
        IncidentFacts.add(draft);
        HarmFacts.add(draft);
        withdraw(draft);
        if (dice.percent(20)) {
            draft.sayOfAnother(dice.any(draft.facts()).data(), OTHER);
        }
        List<SourcedFact> sent = sent(draft);
        List<Fact> facts = new ArrayList<>(Cut.firsts(sent));
        facts.sort(Comparator.comparing(Fact::recorded).thenComparing(Fact::key));
        return new LegalHistory(
                seed, policy, dice.shuffled(sent), List.copyOf(facts), asked(dice, times));
    }

    /** The facts of the model, in order of recording. */
    List<Fact> ofModel() {
        return facts.stream().filter(it -> it.model().equals(MODEL)).toList();
    }

    /** Every rulebook under the policy. */
    List<LawInForce> laws() {
        return LawBooks.ALL.stream().map(it -> new LawInForce(it, policy)).toList();
    }

    private static void withdraw(Draft draft) {
        List<Fact> said = List.copyOf(draft.facts());
        for (int i = draft.times(3); i > 0; i--) {
            String wrong = draft.dice.percent(90) ? draft.dice.any(said).id() : "f999";
            String right = draft.dice.maybe(30, () -> "f001");
            draft.say(new FactWithdrawn(wrong, "a mistake", right));
        }
    }

    /** Some twice: the same again, the same later, or the same key with other content. */
    private static List<SourcedFact> sent(Draft draft) {
        List<SourcedFact> sent = new ArrayList<>();
        int n = 0;
        for (Fact fact : draft.facts()) {
            sent.add(new SourcedFact(fact, bytes(n++)));
            if (draft.dice.percent(6)) {
                FactData other = draft.dice.any(draft.facts()).data();
                Instant again = fact.recorded().plus(Duration.ofHours(draft.dice.any(0, 0, 5, -5)));
                Fact rival = new Fact(fact.key(), fact.model(), fact.time(), again, other);
                sent.add(new SourcedFact(rival, bytes(n++)));
            }
        }
        return sent;
    }

    private static byte[] bytes(int n) {
        return ("{\"n\": " + n * 7919 % 1000 + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Asked> asked(Dice dice, Timeline times) {
        Instant end = times.end();
        return List.of(
                new Asked(end.plus(Duration.ofDays(dice.any(0, 1, 40, 400, 4000, 8000))), null),
                new Asked(times.any(), dice.maybe(50, times::any)),
                new Asked(times.any(), times.any()));
    }
}
