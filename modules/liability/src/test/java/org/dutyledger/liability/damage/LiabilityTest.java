package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.contract.FactData.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 46: low / likely / high of a harm of 10.00. */
class LiabilityTest {

    private static final String ALL = "10.00 / 10.00 / 10.00";
    private static final String NONE = "0.00 / 0.00 / 0.00";
    private static final String UNLIKELY = "0.00 / 0.00 / 10.00";
    private static final String LIKELY = "0.00 / 10.00 / 10.00";

    @ParameterizedTest
    @CsvSource({
        "cn-service, fault, " + UNLIKELY,
        "cn-product, defective, " + UNLIKELY,
        "cn-reform, rebuttal, " + LIKELY,
        "eu, defective, " + LIKELY
    })
    void withoutAnyFindingTheRulebooksDefaultHolds(String rulebook, String question, String sum) {
        HarmVerdict verdict = story(rulebook).judge("H1");
        assertThat(Shown.compensatory(verdict)).isEqualTo(sum);
        assertThat(Shown.effects(verdict)).containsExactly(question + " H1 0.00 or 10.00");
    }

    @ParameterizedTest
    @CsvSource({
        "cn-service, FAULT, TRUE, " + ALL,
        "cn-service, FAULT, FALSE, " + NONE,
        "cn-service, FAULT, CONTESTED, " + UNLIKELY,
        "cn-service, DEFECTIVE, TRUE, " + ALL,
        "cn-service, DEFECTIVE, FALSE, " + UNLIKELY,
        "cn-service, REBUTTAL, TRUE, " + UNLIKELY,
        "cn-product, DEFECTIVE, TRUE, " + ALL,
        "cn-product, DEFECTIVE, FALSE, " + NONE,
        "cn-product, DEFECTIVE, CONTESTED, " + UNLIKELY,
        "cn-product, FAULT, TRUE, " + UNLIKELY,
        "cn-product, REBUTTAL, TRUE, " + NONE,
        "cn-reform, DEFECTIVE, TRUE, " + ALL,
        "cn-reform, DEFECTIVE, FALSE, " + NONE,
        "cn-reform, REBUTTAL, TRUE, " + NONE,
        "cn-reform, REBUTTAL, FALSE, " + ALL,
        "cn-reform, REBUTTAL, CONTESTED, " + LIKELY,
        "eu, DEFECTIVE, TRUE, " + ALL,
        "eu, DEFECTIVE, FALSE, " + NONE,
        "eu, DEFECTIVE, CONTESTED, " + LIKELY,
        "eu, REBUTTAL, TRUE, " + NONE,
        "eu, CAUSATION, FALSE, " + NONE,
        "us-frontier, DEFECTIVE, TRUE, " + NONE
    })
    void aFindingCloses(String rulebook, Question question, Answer answer, String sum) {
        Story story = story(rulebook).found(question, "H1", answer);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(sum);
    }

    @Test
    void aFindingAboutTheHarmGoesBeforeItsRiskAndThatBeforeItsVersion() {
        Story story = Story.under("cn-product").harm("H1", it -> it.item("data", "10.00").by("R"));
        story.found(Question.DEFECTIVE, "v1", Answer.TRUE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
        story.found(Question.DEFECTIVE, "R", Answer.FALSE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(NONE);
        story.found(Question.DEFECTIVE, "H1", Answer.TRUE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
    }

    @Test
    void theLatestFindingCounts() {
        Story story = story("cn-product").found(Question.DEFECTIVE, "H1", Answer.TRUE);
        story.found(Question.DEFECTIVE, "H1", Answer.FALSE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(NONE);
    }

    @Test
    void aBreachAtTheOutputIsADefect() {
        Story story = story("cn-product");
        story.told.breach("CN-CRPL-18", "v1", "2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(UNLIKELY);
        story.told.breach("CN-CRPL-18", "v1", Story.SERVED, "2027-03-01T00:00:01Z");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
        story.found(Question.DEFECTIVE, "H1", Answer.FALSE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource({"cn-product, " + UNLIKELY + ", defective", "cn-reform, " + LIKELY + ", rebuttal"})
    void aContestedFindingLeavesOpenWhatTheRecordShows(
            String rulebook, String sum, String question) {
        Story story = story(rulebook).found(Question.DEFECTIVE, "H1", Answer.CONTESTED);
        story.told.breach("CN-CRPL-18", "v1", "2027-02-01T00:00:00Z", null);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(sum);
        assertThat(Shown.effects(story.judge("H1")))
                .containsExactly(question + " H1 0.00 or 10.00");
    }

    @Test
    void aBreachAboutTheRiskCountsOnlyIfTheVersionIsAffected() {
        Story story = Story.under("cn-product").harm("H1", it -> it.item("data", "10.00").by("R"));
        story.told.breach("CN-CC-1206-1", "R", "2027-02-01T00:00:00Z", null);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(UNLIKELY);
        story.told.affects("R", "v1");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
    }

    @Test
    void aRiskNamedLikeTheVersionIsNotTheVersion() {
        Story story = story("cn-product");
        story.told.breach("CN-CC-1206-1", "v1", "2027-02-01T00:00:00Z", null);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(UNLIKELY);
    }

    @Test
    void contestedCausationIsOpenAndLikely() {
        Story story = story("cn-product").found(Question.DEFECTIVE, "H1", Answer.TRUE);
        story.found(Question.CAUSATION, "H1", Answer.CONTESTED);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(LIKELY);
        assertThat(Shown.effects(story.judge("H1"))).containsExactly("causation H1 0.00 or 10.00");
    }

    @ParameterizedTest
    @CsvSource({"cn-service", "cn-product", "cn-reform"})
    void aLeakIsAnsweredForUnlessRebutted(String rulebook) {
        Story story = Story.under(rulebook).leak("L-1");
        story.harm("H1", it -> it.item("data", "10.00").in("L-1"));
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(LIKELY);
        assertThat(Shown.effects(story.judge("H1"))).containsExactly("rebuttal H1 0.00 or 10.00");
        story.found(Question.FAULT, "H1", Answer.FALSE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(LIKELY);
        story.found(Question.REBUTTAL, "H1", Answer.FALSE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
        story.found(Question.REBUTTAL, "H1", Answer.TRUE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(NONE);
        assertThat(Shown.effects(story.judge("H1"))).isEmpty();
    }

    @Test
    void faultThatWasFoundStandsWhateverIsRebutted() {
        Story story = Story.under("cn-service").leak("L-1");
        story.harm("H1", it -> it.item("data", "10.00").in("L-1"));
        story.found(Question.FAULT, "H1", Answer.TRUE);
        story.found(Question.REBUTTAL, "H1", Answer.TRUE);
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "cn-service, -, " + UNLIKELY,
        "cn-product, -, " + UNLIKELY,
        "cn-product, TRUE, " + ALL,
        "cn-product, FALSE, " + NONE,
        "cn-reform, -, " + ALL,
        "cn-reform, FALSE, " + ALL,
        "eu, -, " + LIKELY,
        "eu, CONTESTED, " + LIKELY,
        "eu, FALSE, " + NONE
    })
    void mentalHarm(String rulebook, String serious, String sum) {
        Story story = Story.under(rulebook).found(Question.DEFECTIVE, "v1", Answer.TRUE);
        String currency = rulebook.equals("eu") ? "EUR" : "CNY";
        story.harm("H1", it -> it.item("mental", "10.00", currency));
        if (!serious.equals("-")) {
            story.found(Question.SERIOUS_MENTAL, "H1", Answer.valueOf(serious));
        }
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo(sum);
    }

    @Test
    void anEffectIsShownWithEverythingElseAsInHigh() {
        Story story = Story.under("cn-service");
        story.harm("H1", it -> it.item("data", "10.00").item("mental", "5.00"));
        assertThat(Shown.effects(story.judge("H1")))
                .containsExactly("fault H1 0.00 or 15.00", "serious-mental H1 10.00 or 15.00");
    }

    @Test
    void aQuestionThatChangesNothingIsNotAsked() {
        Story story = story("cn-service").found(Question.CAUSATION, "H1", Answer.FALSE);
        assertThat(Shown.effects(story.judge("H1"))).isEmpty();
        Story free = Story.under("cn-service").harm("H1", it -> it.item("price", "10.00"));
        assertThat(Shown.effects(free.judge("H1"))).isEmpty();
    }

    private static Story story(String rulebook) {
        String currency =
                switch (rulebook) {
                    case "eu" -> "EUR";
                    case "us-frontier" -> "USD";
                    default -> "CNY";
                };
        return Story.under(rulebook).harm("H1", it -> it.item("data", "10.00", currency));
    }
}
