package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.liability.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rule 52. */
class PunitivesTest {

    private static final String EARLIER = "2027-02-01T00:00:00Z";
    private static final String LATER = "2027-03-02T00:00:00Z";

    static List<JsonNode> fraud() {
        return Vectors.of("crpl55_1");
    }

    @ParameterizedTest
    @MethodSource("fraud")
    void fraudCostsThreeTimesThePriceButAtLeastFiveHundred(JsonNode vector) {
        Story story = found("cn-service").found(Question.FRAUD, "v1", Answer.TRUE);
        story.harm("H1", it -> it.paid(vector.required("price").asString()));
        String punitive = vector.required("punitive").asString();
        assertThat(Shown.punitive(story.judge("H1")))
                .isEqualTo(punitive + " / " + punitive + " / " + punitive);
    }

    @Test
    void fraudIsOfConsumersWhoPaid() {
        Story story = found("cn-service").found(Question.FRAUD, "v1", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "1.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
        story.harm("H1", it -> it.paid("1000.00").professional());
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
    }

    @Test
    void contestedFraudIsOpenAndUnlikely() {
        Story story = found("cn-service").found(Question.FRAUD, "v1", Answer.CONTESTED);
        story.harm("H1", it -> it.paid("100.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 500.00");
        assertThat(Shown.effects(story.judge("H1"))).containsExactly("fraud H1 0.00 or 500.00");
    }

    @Test
    void nothingIsPunishedForWhichNobodyAnswers() {
        Story story = Story.under("cn-service").found(Question.FRAUD, "v1", Answer.TRUE);
        story.harm("H1", it -> it.paid("100.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 500.00");
    }

    @Test
    void aServicesMultipleIsACapAndCountsNothingInLow() {
        Story story = found("cn-service").found(Question.KNEW, "H1", Answer.TRUE);
        story.harm("H1", it -> injury(it).item("property", "7.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 200.00 / 200.00");
    }

    @Test
    void whatIsOpenBesideTheCapStillCountsInLow() {
        Story story = found("cn-service").found(Question.KNEW, "H1", Answer.TRUE);
        story.found(Question.FRAUD, "H1", Answer.TRUE);
        story.harm("H1", it -> it.item("medical", "400.00").severity("death").paid("1.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("500.00 / 800.00 / 800.00");
    }

    @Test
    void ofEqualAmountsTheFirstIsShown() {
        Story story = found("cn-product").found(Question.KNEW, "H1", Answer.TRUE);
        story.found(Question.FRAUD, "H1", Answer.TRUE);
        story.harm("H1", it -> it.item("medical", "250.00").severity("death").paid("1.00"));
        assertThat(rule(story)).isEqualTo("CN-CRPL-55-1");
        story.harm("H1", it -> it.item("medical", "250.01").severity("death").paid("1.00"));
        assertThat(rule(story)).isEqualTo("CN-CC-1207");
    }

    @ParameterizedTest
    @CsvSource({
        "death, 0.00 / 200.00 / 200.00",
        "serious-health, 0.00 / 200.00 / 200.00",
        "ordinary, 0.00 / 0.00 / 0.00"
    })
    void onlySeriousHarmOpensTheWay(String severity, String punitive) {
        Story story = found("cn-service").found(Question.KNEW, "H1", Answer.TRUE);
        story.harm("H1", it -> injury(it).severity(severity));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo(punitive);
    }

    @Test
    void actualKnowledgeIsTakenFromTheRecordConstructiveIsAsked() {
        Story story = found("cn-product").harm("H1", it -> injury(it).by("R"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
        story.told.discovered("R", EARLIER);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 200.00");
        assertThat(Shown.effects(story.judge("H1"))).containsExactly("knew H1 0.00 or 200.00");
        story.told.confirmed("R", LATER);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 200.00");
        story.told.confirmed("R", Story.SERVED);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("200.00 / 200.00 / 200.00");
        story.found(Question.KNEW, "R", Answer.CONTESTED);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 200.00");
        story.found(Question.KNEW, "H1", Answer.FALSE);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
    }

    @Test
    void expandedDamageIsPunishedWithoutKnowledge() {
        Story story = found("cn-product").harm("H1", it -> injury(it).by("R"));
        story.told.affects("R", "v1").breach("CN-CC-1206-1", "R", EARLIER, null);
        HarmVerdict verdict = story.judge("H1");
        assertThat(Shown.punitive(verdict)).isEqualTo("200.00 / 200.00 / 200.00");
        assertThat(verdict.once().low().expanded()).isEqualByComparingTo("100.00");
    }

    @Test
    void aBreachAboutARiskThatDoesNotAffectTheVersionExpandsNothing() {
        Story story = found("cn-product").harm("H1", it -> injury(it).by("R"));
        story.told.affects("R", "v2").breach("CN-CC-1206-1", "R", EARLIER, null);
        HarmVerdict verdict = story.judge("H1");
        assertThat(Shown.punitive(verdict)).isEqualTo("0.00 / 0.00 / 0.00");
        assertThat(verdict.once().high().expanded()).isEqualByComparingTo("0.00");
        assertThat(Shown.states(verdict)).containsExactly("CN-PQL-41 available");
    }

    @Test
    void damageIsExpandedByWhenItsOutputWasServedNotByWhenItShowed() {
        Story story = found("cn-product").harm("H1", it -> injury(it).by("R").harmAt(LATER));
        story.told.affects("R", "v1").breach("CN-CC-1206-1", "R", LATER, null);
        assertThat(story.judge("H1").once().high().expanded()).isEqualByComparingTo("0.00");
    }

    @Test
    void aProductsBaseIsInjuryAReformsIsTheWholeLoss() {
        Story product = found("cn-product").found(Question.KNEW, "v1", Answer.TRUE);
        product.harm("H1", it -> injury(it).item("property", "7.00"));
        assertThat(Shown.punitive(product.judge("H1"))).isEqualTo("200.00 / 200.00 / 200.00");
        Story reform = found("cn-reform").found(Question.KNEW, "v1", Answer.TRUE);
        reform.harm("H1", it -> injury(it).item("property", "7.00"));
        assertThat(Shown.punitive(reform.judge("H1"))).isEqualTo("214.00 / 214.00 / 214.00");
    }

    @Test
    void theLossIsWhatTheScenarioCounts() {
        Story story = found("cn-product").found(Question.KNEW, "v1", Answer.TRUE);
        story.harm("H1", it -> injury(it).item("mental", "5.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("200.00 / 200.00 / 210.00");
    }

    @Test
    void theReformPunishesMaliceAndMajorImpactAndRepetition() {
        Story story = found("cn-reform").harm("H1", it -> it.item("data", "10.00"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
        assertThat(Shown.punitive(story.judge("H1").repeated())).isEqualTo("20.00 / 20.00 / 20.00");
        story.found(Question.MAJOR_IMPACT, "H1", Answer.CONTESTED);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 20.00");
        assertThat(Shown.effects(story.judge("H1")))
                .containsExactly("major-impact H1 0.00 or 20.00");
        story.found(Question.MALICE, "H1", Answer.TRUE);
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("20.00 / 20.00 / 20.00");
        assertThat(Shown.effects(story.judge("H1"))).isEmpty();
    }

    @Test
    void theDirectivePunishesNothing() {
        Story story = Story.under("eu").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        story.found(Question.KNEW, "v1", Answer.TRUE);
        story.harm("H1", it -> it.item("medical", "10.00", "EUR").severity("death"));
        assertThat(Shown.punitive(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
    }

    private static Story found(String rulebook) {
        return Story.under(rulebook).found(Question.DEFECTIVE, "v1", Answer.TRUE);
    }

    private static Harm injury(Harm harm) {
        return harm.item("medical", "100.00").severity("serious-health");
    }

    private static String rule(Story story) {
        return story.judge("H1").once().items().getLast().rule();
    }
}
