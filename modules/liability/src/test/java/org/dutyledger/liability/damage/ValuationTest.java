package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.liability.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rules 43 to 45. */
class ValuationTest {

    static List<JsonNode> years() {
        return Vectors.of("years");
    }

    static List<JsonNode> funeral() {
        return Vectors.of("funeral");
    }

    @ParameterizedTest
    @MethodSource("years")
    void yearsOfIncomeByAge(JsonNode vector) {
        assertThat(Valuation.years(vector.required("age").asInt()))
                .isEqualByComparingTo(vector.required("years").decimalValue());
    }

    @Test
    void anUnknownAgeCountsTwentyYears() {
        assertThat(Valuation.years(null)).isEqualByComparingTo("20");
    }

    @ParameterizedTest
    @MethodSource("funeral")
    void aFuneralIsSixMonthlyWages(JsonNode vector) {
        Story story = defective("cn-product");
        story.harm("H1", it -> it.funeral(vector.required("monthlyWage").asString()));
        assertThat(amounts(story)).containsExactly(vector.required("amount").asString());
    }

    @Test
    void disabilityIsIncomeTimesGradeTimesYears() {
        Story story = defective("cn-product");
        story.harm("H1", it -> it.disability("60000.00", "0.30").disability("50000.00", "1"));
        assertThat(amounts(story)).containsExactly("360000.00", "1000000.00");
    }

    @Test
    void theEdgesOfAgeMoveDeath() {
        Story story = defective("cn-product");
        story.harm("H1", it -> it.death("50000.00").age(59));
        assertThat(amounts(story)).containsExactly("1000000.00");
        story.harm("H1", it -> it.death("50000.00").age(61));
        assertThat(amounts(story)).containsExactly("950000.00");
        story.harm("H1", it -> it.death("50000.00").age(74));
        assertThat(amounts(story)).containsExactly("300000.00");
        story.harm("H1", it -> it.death("50000.00").age(75));
        assertThat(amounts(story)).containsExactly("250000.00");
    }

    @Test
    void theVictimsOwnFaultIsTakenOffItemByItem() {
        Story story = defective("cn-product");
        story.harm(
                "H1",
                it -> it.item("medical", "100.01").ownFault("0.333").item("property", "100.01"));
        assertThat(amounts(story)).containsExactly("66.71", "66.71");
        story.harm("H1", it -> it.item("medical", "0.05").item("property", "0.05").ownFault("0.5"));
        assertThat(amounts(story)).containsExactly("0.03", "0.03");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("0.06 / 0.06 / 0.06");
        story.harm("H1", it -> it.item("medical", "0.05").ownFault("1"));
        assertThat(amounts(story)).containsExactly("0.00");
    }

    @Test
    void thePolicysIncomeStandsInWhereNoneIsNamed() {
        Story story = defective("cn-product");
        story.policyWith(
                "incomes: {CN: {medianDisposable: {amount: \"54188.00\", currency: CNY}}}\n");
        story.harm("H1", it -> it.disability(null, "0.2").age(62));
        assertThat(amounts(story)).containsExactly("195076.80");
        assertThat(story.judge("H1").needs()).isEmpty();
    }

    @Test
    void withoutAnyIncomeTheItemIsLeftOutAndNamed() {
        Story story = defective("cn-product");
        story.harm("H1", it -> it.item("medical", "10.00").death(null).disability(null, "0.1"));
        assertThat(amounts(story)).containsExactly("10.00");
        assertThat(Shown.needs(story.assess()))
                .containsExactly("base-income H1: death not computed");
    }

    @Test
    void whatIsNoHeadOfTheRulebookIsNotCounted() {
        Story service = defective("cn-service");
        service.harm("H1", it -> it.item("price", "9.00").item("reputation", "1.00"));
        assertThat(amounts(service)).containsExactly("1.00");
        Story directive = defective("eu");
        directive.harm(
                "H1",
                it ->
                        it.item("price", "9.00", "EUR")
                                .item("reputation", "9.00", "EUR")
                                .item("data", "1.00", "EUR"));
        assertThat(amounts(directive)).containsExactly("1.00");
    }

    @Test
    void theDirectiveDoesNotCountWhatWasUsedProfessionally() {
        Story story = defective("eu");
        story.harm(
                "H1",
                it ->
                        it.item("property", "1.00", "EUR")
                                .item("data", "2.00", "EUR")
                                .item("medical", "4.00", "EUR")
                                .professional());
        assertThat(amounts(story)).containsExactly("4.00");
    }

    @Test
    void anotherCurrencyLeavesTheWholeHarmOut() {
        Story story = defective("cn-product");
        story.harm(
                "H1",
                it ->
                        it.item("medical", "1.00")
                                .item("property", "2.00", "EUR")
                                .item("data", "3.00", "USD"));
        story.harm("H2", it -> it.item("medical", "5.00"));
        JudgedDamages damages = story.assess();
        assertThat(Shown.scenarios(damages.realised().compensatory()))
                .isEqualTo("5.00 / 5.00 / 5.00");
        assertThat(Shown.needs(damages)).containsExactly("currency H1: EUR not counted");
        assertThat(damages.timeBars()).noneMatch(it -> it.harm().equals("H1"));
        assertThat(damages.defences()).noneMatch(it -> it.harm().equals("H1"));
    }

    @Test
    void aPriceInAnotherCurrencyDoesTheSame() {
        Story story = defective("eu");
        story.harm("H1", it -> it.item("medical", "1.00", "EUR").paid("20.00"));
        assertThat(Shown.needs(story.assess())).containsExactly("currency H1: CNY not counted");
    }

    @Test
    void aHarmUnderAnotherLawOrOnAnotherMarketIsNotLookedAt() {
        Story story = defective("cn-product");
        story.harm("H1", it -> it.item("medical", "1.00", "EUR").under("EU"));
        story.release("v2", Story.RELEASED, null, null).told.elsewhere("v2");
        story.harm("H2", it -> it.item("medical", "1.00").on("v2"));
        story.harm("H3", it -> it.item("medical", "1.00").under("CN"));
        JudgedDamages damages = story.assess();
        assertThat(Shown.scenarios(damages.realised().compensatory()))
                .isEqualTo("1.00 / 1.00 / 1.00");
        assertThat(damages.needsFinding()).isEmpty();
    }

    private static Story defective(String rulebook) {
        return Story.under(rulebook).found(Question.DEFECTIVE, "v1", Answer.TRUE);
    }

    private static List<String> amounts(Story story) {
        return story.judge("H1").once().items().stream()
                .map(it -> it.amount().toPlainString())
                .toList();
    }
}
