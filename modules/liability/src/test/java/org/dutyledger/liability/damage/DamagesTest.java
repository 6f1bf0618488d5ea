package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.Defect;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers: rules 41, 43, 53 to 55. */
class DamagesTest {

    private static final String FOUND = "2027-02-01T00:00:00Z";

    @Test
    void itemsStandByHarmAndHeadAndSumToHigh() {
        Story story = Story.under("cn-product").found(Question.FRAUD, "v1", Answer.TRUE);
        story.harm("H2", it -> it.item("medical", "2.00").item("data", "1.00"));
        story.harm(
                "H1",
                it ->
                        it.item("property", "4.00")
                                .item("medical", "8.00")
                                .item("property", "3.00")
                                .paid("1.00"));
        JudgedDamages damages = story.assess();
        assertThat(damages.items())
                .extracting(it -> it.harm() + " " + it.head() + " " + it.amount())
                .containsExactly(
                        "H1 medical 8.00",
                        "H1 property 4.00",
                        "H1 property 3.00",
                        "H1 punitive 500.00",
                        "H2 data 1.00",
                        "H2 medical 2.00");
        assertThat(Cents.sum(damages.items().stream().map(Item::amount).toList()))
                .isEqualByComparingTo(damages.realised().total().high());
    }

    @Test
    void aSecondRecordOfAHarmReplacesTheFirst() {
        Story story = Story.under("cn-product").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "1.00"));
        story.harm("H1", it -> it.item("data", "2.00"));
        assertThat(Shown.scenarios(story.assess().realised().compensatory()))
                .isEqualTo("2.00 / 2.00 / 2.00");
    }

    @Test
    void oneQuestionAboutAVersionIsAskedOnceForAllItsHarms() {
        Story story = Story.under("eu").release("v0", "2026-01-01T00:00:00Z", null, null);
        story.release("v2", Story.RELEASED, "v0", null);
        story.found(Question.DEFECTIVE, "v2", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "1.00", "EUR").on("v2"));
        story.harm("H2", it -> it.item("data", "2.00", "EUR").on("v2"));
        JudgedDamages damages = story.assess();
        assertThat(Shown.scenarios(damages.realised().compensatory()))
                .isEqualTo("0.00 / 3.00 / 3.00");
        assertThat(Shown.needs(damages))
                .containsExactly("substantial-modification v2: compensatory 0.00 or 3.00");
    }

    @Test
    void underUsLawNothingIsCounted() {
        Story story = Story.under("us-frontier").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "1.00", "USD"));
        JudgedDamages damages = story.assess();
        assertThat(Shown.scenarios(damages.realised().total())).isEqualTo("0.00 / 0.00 / 0.00");
        assertThat(damages.items()).isEmpty();
        assertThat(damages.timeBars()).isEmpty();
        assertThat(damages.needsFinding()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DESIGN, design, ''",
        "MANUFACTURING, manufacturing, ''",
        "WARNING, warning, design"
    })
    void aConfirmedDefectLastsWhereTheRiskIsNotRemedied(
            Defect confirmed, String type, String also) {
        Story story = confirmed("cn-product", confirmed);
        assertThat(story.assess().defects())
                .containsExactly(
                        new JudgedDamages.Defect(
                                type,
                                also.isEmpty() ? List.of() : List.of(also),
                                "R",
                                Instant.parse(Story.RELEASED),
                                Instant.parse(Story.SERVED)));
    }

    @Test
    void aConfirmedDefectBeginsWithAVersionThatIsAffectedAndOnTheMarket() {
        Story story = confirmed("cn-product", Defect.DESIGN);
        story.release("v0", "2026-11-01T00:00:00Z", null, null).told.elsewhere("v0");
        story.release("v9", "2026-12-01T00:00:00Z", null, null);
        story.told.affects("R", "v0");
        assertThat(story.assess().defects().getFirst().from())
                .isEqualTo(Instant.parse(Story.RELEASED));
        story.told.affects("R", "v9");
        assertThat(story.assess().defects().getFirst().from())
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void anUnknownDefectOrAnotherRulebookOrADismissedRiskShowsNone() {
        assertThat(confirmed("cn-product", Defect.UNKNOWN).assess().defects()).isEmpty();
        assertThat(confirmed("cn-service", Defect.DESIGN).assess().defects()).isEmpty();
        Story story = confirmed("cn-product", Defect.DESIGN);
        story.say("2027-03-05T00:00:00Z", new RiskDismissed("R", "none"));
        assertThat(story.assess().defects()).isEmpty();
    }

    @Test
    void breachesAreDefectsInTheOrderOfTypeSubjectAndTime() {
        Duty warn = breached("CN-CRPL-18", "v1", "2027-01-03T00:00:00Z", "2027-01-02T00:00:00Z");
        Duty remedy = breached("CN-CC-1206-1", "R-1", "2027-01-04T00:00:00Z");
        Duty other = breached("CN-CRPL-19/act", "R-1", "2027-01-04T00:00:00Z");
        assertThat(Story.under("cn-reform").assess(warn, remedy, other).defects())
                .extracting(it -> it.type() + it.alsoCountsAs() + " " + it.about() + it.from())
                .containsExactly(
                        "remediation[design] R-12027-01-04T00:00:00Z",
                        "warning[design] v12027-01-02T00:00:00Z",
                        "warning[design] v12027-01-03T00:00:00Z");
    }

    @Test
    void aClaimIsSharedByTheLatestSharesAndNotChangedByWhatWasAwarded() {
        Story story = Story.under("cn-product").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "9000.00"));
        story.harm("H2", it -> it.item("data", "1000.01"));
        story.claim("C-1", "2027-05-03T00:00:00Z", "H2", "H1", "H1", "unknown");
        Claim filed = story.assess().claims().getFirst();
        assertThat(filed.stage()).isEqualTo("filed");
        assertThat(filed.joint()).isTrue();
        assertThat(filed.harms()).containsExactly("H1", "H2", "unknown");
        story.advance(
                "C-1",
                "2027-05-04T00:00:00Z",
                "appraisal",
                "5.00",
                Map.of("b", new BigDecimal("0.3"), "a", new BigDecimal("0.7")));
        story.advance("C-1", "2027-05-05T00:00:00Z", "judged", "8000.00", null);
        story.advance("C-1", "2027-05-06T00:00:00Z", "withdrawn", "1.00", null);
        Claim claim = story.assess().claims().getFirst();
        assertThat(claim.stage()).isEqualTo("withdrawn");
        assertThat(claim.joint()).isFalse();
        assertThat(Shown.scenarios(claim.amount())).isEqualTo("10000.01 / 10000.01 / 10000.01");
        assertThat(claim.shares())
                .extracting(it -> it.party() + " " + it.amount())
                .containsExactly("a 7000.01", "b 3000.00");
        assertThat(claim.awarded()).isNotNull();
        assertThat(claim.awarded().amount()).isEqualByComparingTo("8000.00");
    }

    @Test
    void aClaimTakesTheHarmAtItsPlaceAmongTheOthers() {
        Story story = Story.under("cn-reform").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        for (String harm : List.of("H1", "H2", "H3")) {
            story.harm(harm, it -> it.item("data", "10.00"));
        }
        story.claim("C-1", "2027-05-03T00:00:00Z", "H1", "H3");
        assertThat(Shown.scenarios(story.assess().claims().getFirst().amount()))
                .isEqualTo("40.00 / 40.00 / 40.00");
    }

    private static Story confirmed(String rulebook, Defect defect) {
        Story story = Story.under(rulebook);
        story.told.affects("R", "v1").discovered("R", FOUND);
        story.told.unremedied("R", "2026-01-01T00:00:00Z", Story.SERVED);
        return story.say(
                FOUND,
                new RiskConfirmed(
                        "R", Severity.S1, null, null, defect, null, null, List.of(), null));
    }

    private static Duty breached(String rule, String about, String... from) {
        return new Duty(
                rule,
                "warn",
                about,
                Duty.Status.POLICY_BREACH,
                true,
                null,
                null,
                null,
                null,
                List.of(from).stream().map(it -> new Duty.Breach(Instant.parse(it), null)).toList(),
                List.of(),
                List.of());
    }
}
