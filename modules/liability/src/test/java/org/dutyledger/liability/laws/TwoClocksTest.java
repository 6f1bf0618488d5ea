package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactKey;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.laws.LegalHistory.Asked;
import org.junit.jupiter.api.Test;

/**
 * Law 2: {@code asOf} cuts by time, {@code knownAt} by record time; what is recorded later changes
 * nothing of what was known before.
 */
class TwoClocksTest {

    @Test
    void anAnswerRestsOnWhatHadHappenedAndWasKnownAndOnNothingElse() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Asked asked : history.asked()) {
                        List<Fact> counted = counted(history, asked);
                        Instant known = asked.knownAt();
                        for (Rulebook book : LawBooks.ALL) {
                            Assessment all =
                                    answer(book, history, history.facts(), asked.asOf(), known);
                            Assessment few =
                                    answer(book, history, counted, asked.asOf(), all.knownAt());
                            assertThat(AnswerWriter.bytes(few)).isEqualTo(AnswerWriter.bytes(all));
                        }
                    }
                });
    }

    @Test
    void theKnownAtThatIsPrintedGivesTheSameAnswerAgain() {
        Histories.each(
                60,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Asked asked : history.asked()) {
                        for (Rulebook book : LawBooks.ALL) {
                            Assessment all =
                                    answer(book, history, history.facts(), asked.asOf(), null);
                            Assessment again =
                                    answer(
                                            book,
                                            history,
                                            history.facts(),
                                            asked.asOf(),
                                            all.knownAt());
                            assertThat(AnswerWriter.bytes(again))
                                    .isEqualTo(AnswerWriter.bytes(all));
                        }
                    }
                });
    }

    /** Without the engine's own cut: what is neither too late, nor unknown, nor known wrong. */
    private static List<Fact> counted(LegalHistory history, Asked asked) {
        Set<FactKey> wrong = new HashSet<>();
        for (Fact fact : history.facts()) {
            if (fact.data() instanceof FactWithdrawn it && isKnown(fact, asked)) {
                wrong.add(new FactKey(fact.key().source(), it.fact()));
            }
        }
        return history.ofModel().stream()
                .filter(it -> !(it.data() instanceof FactWithdrawn))
                .filter(it -> !wrong.contains(it.key()))
                .filter(it -> isKnown(it, asked) && !it.time().isAfter(asked.asOf()))
                .toList();
    }

    private static boolean isKnown(Fact fact, Asked asked) {
        return asked.knownAt() == null || !fact.recorded().isAfter(asked.knownAt());
    }

    private static Assessment answer(
            Rulebook book,
            LegalHistory history,
            Collection<Fact> facts,
            Instant asOf,
            Instant knownAt) {
        return Engine.assess(book, history.policy(), facts, LegalHistory.MODEL, asOf, knownAt);
    }
}
