package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.answer.DutyExplanation;
import org.dutyledger.liability.answer.Explanation;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.laws.LegalHistory.Asked;
import org.junit.jupiter.api.Test;

/** Law 6: every number has its reasons: the rule, the facts, the arithmetic. */
class ReasonsTest {

    private interface Look {
        void at(Rulebook book, LegalHistory history, Assessment answer, List<Fact> cut);
    }

    private static void each(int normally, Look look) {
        Histories.each(
                normally,
                seed -> {
                    LegalHistory history = LegalHistory.of(seed);
                    for (Asked it : history.asked()) {
                        List<Fact> cut =
                                Cut.of(history.facts(), LegalHistory.MODEL, it.asOf(), it.knownAt())
                                        .facts();
                        for (Rulebook book : LawBooks.ALL) {
                            Assessment answer =
                                    Engine.assess(
                                            book,
                                            history.policy(),
                                            history.facts(),
                                            LegalHistory.MODEL,
                                            it.asOf(),
                                            it.knownAt());
                            look.at(book, history, answer, cut);
                        }
                    }
                });
    }

    @Test
    void theItemsSumToWhatIsOwedAtMost() {
        each(
                60,
                (book, history, answer, cut) -> {
                    JudgedDamages damages = answer.damages();
                    assertThat(sum(damages.items().stream().filter(it -> !isPunitive(it))))
                            .isEqualByComparingTo(damages.realised().compensatory().high());
                    assertThat(sum(damages.items().stream().filter(ReasonsTest::isPunitive)))
                            .isEqualByComparingTo(damages.realised().punitive().high());
                    for (Claim claim : damages.claims()) {
                        Set<String> harms = new HashSet<>(claim.harms());
                        assertThat(
                                        sum(
                                                damages.items().stream()
                                                        .filter(it -> harms.contains(it.harm()))))
                                .isEqualByComparingTo(claim.amount().high());
                    }
                });
    }

    @Test
    void everyRuleThatIsNamedStandsInTheRulebook() {
        each(
                60,
                (book, history, answer, cut) -> {
                    Set<String> rules = new TreeSet<>(book.roleCitations().keySet());
                    book.duties().forEach(it -> rules.add(it.citation().rule()));
                    rules.addAll(book.damages().citations().keySet());
                    JudgedDamages damages = answer.damages();
                    Stream<String> named =
                            Stream.of(
                                            answer.duties().stream().map(Duty::rule),
                                            damages.items().stream().map(Item::rule),
                                            damages.parties().stream()
                                                    .flatMap(it -> it.because().stream()),
                                            damages.timeBars().stream().map(it -> it.rule()),
                                            damages.defences().stream().map(it -> it.rule()),
                                            damages.presumptions().stream().map(it -> it.rule()))
                                    .flatMap(it -> it);
                    assertThat(rules).containsAll(named.toList());
                });
    }

    @Test
    void everyDutyCitesFactsThatCountInTheirOrder() {
        each(
                60,
                (book, history, answer, cut) -> {
                    List<String> ids = cut.stream().map(Fact::id).distinct().toList();
                    for (Duty duty : answer.duties()) {
                        List<String> order = new ArrayList<>(duty.because());
                        assertThat(order).doesNotHaveDuplicates().isSubsetOf(ids);
                        if (duty.status() != Status.NOT_YET
                                && duty.status() != Status.NOT_APPLICABLE) {
                            assertThat(order).as("%s", duty).isNotEmpty();
                        }
                    }
                });
    }

    @Test
    void everyDutyIsExplainedWithItsFactsInBothLanguages() {
        each(
                20,
                (book, history, answer, cut) -> {
                    DutyExplanation why = new DutyExplanation(answer, book, history.policy(), cut);
                    for (Duty duty : answer.duties()) {
                        Explanation explanation = why.of(duty.rule(), duty.about());
                        for (Language language : Language.values()) {
                            String text = explanation.text(language);
                            assertThat(text).contains(duty.rule()).contains(duty.about());
                            duty.because().forEach(id -> assertThat(text).contains(id));
                        }
                    }
                });
    }

    private static boolean isPunitive(Item item) {
        return item.head().equals("punitive");
    }

    private static BigDecimal sum(Stream<Item> items) {
        return items.map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
