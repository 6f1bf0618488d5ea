package org.dutyledger.liability.laws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.damage.JudgedDamages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Each law is held by tests that notice an engine which breaks it, among as many histories as every
 * build tries.
 */
@DisabledIfSystemProperty(
        named = "dutyledger.seed",
        matches = ".*",
        disabledReason = "One history, or a few, need not show what the others do")
class BrokenEngineTest {

    @AfterEach
    void mend() {
        Engine.HELD[0] = Assessor::assess;
    }

    @Test
    void law1NoticesAnAnswerThatHangsOnTheOrderOfArrival() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) ->
                        Assessor.assess(
                                book,
                                policy,
                                facts.stream().skip(1).toList(),
                                model,
                                asOf,
                                knownAt);
        isNoticed(() -> new PureTest().theOrderOfArrivalMeansNothing());
    }

    @Test
    void law2NoticesAnAnswerThatKnowsTooEarly() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) ->
                        Assessor.assess(book, policy, facts, model, asOf, null);
        isNoticed(() ->
                new TwoClocksTest().anAnswerRestsOnWhatHadHappenedAndWasKnownAndOnNothingElse());
    }

    @Test
    void law3NoticesAStateThatKnowsMoreThanTheFacts() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) -> {
                    List<Fact> few = new ArrayList<>(facts);
                    facts.stream().max(Comparator.comparing(Fact::recorded)).ifPresent(few::remove);
                    return Assessor.assess(book, policy, few, model, asOf, knownAt);
                };
        isNoticed(() -> new IncrementalTest().afterEachFactTheStateIsWhatAllFactsGive());
        isNoticed(() -> new IncrementalTest().inAnyOrderOfArrivalTheStateIsTheSame());
    }

    @Test
    void law4NoticesADeadlineThatIsSeenWhenSomebodyLooks() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) ->
                        Assessor.assess(
                                book,
                                policy,
                                facts,
                                model,
                                asOf.plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS),
                                knownAt);
        isNoticed(() -> new DeadlinesTest().whatPassesOfItselfIsDatedWhenItPassed());
    }

    @Test
    void law5NoticesARangeWithoutItsQuestion() {
        Engine.HELD[0] = damages(it -> with(it, List.of()));
        isNoticed(() -> new NothingGuessedTest().withoutAnOpenQuestionThereIsNoRange());
    }

    @Test
    void law5NoticesAGuess() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) ->
                        Assessor.assess(
                                book,
                                policy,
                                facts.stream().map(BrokenEngineTest::guessed).toList(),
                                model,
                                asOf,
                                knownAt);
        isNoticed(() -> new NothingGuessedTest().whatIsContestedIsNotDecided());
    }

    @Test
    void law6NoticesADutyWithoutItsFacts() {
        Engine.HELD[0] = duties(it -> with(it, List.of()));
        isNoticed(() -> new ReasonsTest().everyDutyCitesFactsThatCountInTheirOrder());
    }

    @Test
    void law7NoticesADutyThatHangsOnAnotherMatter() {
        Engine.HELD[0] =
                (book, policy, facts, model, asOf, knownAt) -> {
                    var odd = facts.size() % 2 == 1;
                    Engine told = duties(it -> odd ? it.with(List.of()) : it);
                    return told.judge(book, policy, facts, model, asOf, knownAt);
                };
        isNoticed(() -> new SoundReasonsTest().aDutyRestsOnItsMatterAndOnNothingElse());
    }

    private static void isNoticed(Runnable law) {
        assertThatThrownBy(law::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of the histories break it");
    }

    private static Fact guessed(Fact fact) {
        return fact.data() instanceof FindingMade it && it.answer() == Answer.CONTESTED
                ? new Fact(
                        fact.key(),
                        fact.model(),
                        fact.time(),
                        fact.recorded(),
                        new FindingMade(
                                it.question(), it.about(), Answer.TRUE, it.by(), it.reason()))
                : fact;
    }

    private static Engine damages(UnaryOperator<JudgedDamages> change) {
        return (book, policy, facts, model, asOf, knownAt) -> {
            Assessment it = Assessor.assess(book, policy, facts, model, asOf, knownAt);
            return with(it, it.duties(), change.apply(it.damages()));
        };
    }

    private static Engine duties(UnaryOperator<Duty> change) {
        return (book, policy, facts, model, asOf, knownAt) -> {
            Assessment it = Assessor.assess(book, policy, facts, model, asOf, knownAt);
            return with(it, it.duties().stream().map(change).toList(), it.damages());
        };
    }

    private static Assessment with(Assessment it, List<Duty> duties, JudgedDamages damages) {
        return new Assessment(
                it.asOf(), it.knownAt(), it.law(), it.model(), duties, damages, it.quality());
    }

    private static JudgedDamages with(
            JudgedDamages it, List<JudgedDamages.NeededFinding> needsFinding) {
        return new JudgedDamages(
                it.parties(),
                it.defects(),
                it.realised(),
                it.items(),
                it.potential(),
                needsFinding,
                it.timeBars(),
                it.defences(),
                it.presumptions(),
                it.claims(),
                it.consequences());
    }

    private static Duty with(Duty it, List<String> because) {
        return new Duty(
                it.rule(),
                it.kind(),
                it.about(),
                it.status(),
                it.late(),
                it.arose(),
                it.due(),
                it.satisfied(),
                it.grade(),
                it.breaches(),
                because,
                it.needs());
    }
}
