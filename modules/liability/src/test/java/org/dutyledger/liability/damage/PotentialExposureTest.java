package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.RiskDismissed;
import org.dutyledger.contract.FactData.RiskRescored;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 56 to 58. */
class PotentialExposureTest {

    private static final String DAY1 = "2027-02-01T00:00:00Z";
    private static final String DAY2 = "2027-02-02T00:00:00Z";
    private static final String DAY3 = "2027-02-03T00:00:00Z";
    private static final String DAY4 = "2027-02-04T00:00:00Z";

    @Test
    void expectedHarmIsOutputsTimesRateTimesLoss() {
        Story story = estimated("cn-product", "CNY");
        story.told.breach("CN-CC-1206-1", "R", "2027-02-02T12:00:00Z", null);
        story.say(DAY4, window(DAY1, DAY2, 100_000, 100_000));
        story.say(DAY4, window(DAY2, DAY3, 200_000, 199_000));
        story.say(DAY4, window(DAY3, DAY4, 800_000, 796_000));
        Potential it = story.assess().potential();
        assertThat(it.mean()).hasToString("112562.50");
        assertThat(it.p50()).hasToString("99148.46");
        assertThat(it.p10()).hasToString("51988.15");
        assertThat(it.p90()).hasToString("189089.59");
        assertThat(it.outputsUnwarned()).isEqualTo(5_000);
        assertThat(it.outputsUnremedied()).isEqualTo(900_000);
    }

    @Test
    void theUnionOverRisksIsCountedOnceAndFloored() {
        Story story = Story.under("cn-product");
        story.told.affects("R", "v1").affects("S", "v1").affects("T", "v2");
        story.told.breach("CN-CC-1206-1", "R", DAY1, "2027-02-01T12:00:00Z");
        story.told.breach("CN-CC-1206-1", "S", "2027-02-01T06:00:00Z", "2027-02-01T16:00:00Z");
        story.told.breach("CN-CC-1206-1", "T", DAY1, null);
        for (String risk : List.of("R", "S", "T")) {
            story.say(DAY1, confirmed(risk, null));
        }
        story.say(DAY4, window(DAY1, DAY2, 1_000, 1_000));
        assertThat(story.assess().potential().outputsUnremedied()).isEqualTo(666);
    }

    @Test
    void theHighestRevisionOfAWindowStandsAndOfEqualTheLatestFact() {
        Story story = Story.under("cn-product");
        story.say(DAY4, revision(2, 100, 50));
        story.say(DAY3, revision(0, 100, 0));
        assertThat(story.assess().potential().outputsUnwarned()).isEqualTo(50);
        story.say("2027-02-05T00:00:00Z", revision(2, 100, 60));
        assertThat(story.assess().potential().outputsUnwarned()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "cn-product, , , 10",
        "cn-product, medical, zh, 10",
        "cn-product, medical, zh-CN, 10",
        "cn-product, medical, en, 0",
        "cn-product, medical, zha, 0",
        "cn-product, general, zh, 0",
        "cn-service, , , 10",
        "eu, , , 0",
        "us-frontier, , , 0"
    })
    void onlyWindowsThatCanDecideADutyToWarnCountAsUnwarned(
            String rulebook, @Nullable String topic, @Nullable String locale, long unwarned) {
        Story story = Story.under(rulebook);
        Instant from = Instant.parse(DAY1);
        Instant to = Instant.parse(DAY2);
        story.say(DAY4, new CoverageObserved("v1", from, to, 10, 0, null, topic, locale, 0));
        assertThat(story.assess().potential().outputsUnwarned()).isEqualTo(unwarned);
    }

    @Test
    void underTheDirectiveKnownAndNotRemediedIsEnough() {
        Story story = estimated("eu", "EUR");
        story.told.unremedied("R", "2027-01-01T00:00:00Z", "2027-02-02T18:00:00Z");
        story.say(DAY4, window(DAY1, DAY2, 100, 0));
        story.say(DAY4, window(DAY2, DAY3, 100, 0));
        story.say(DAY4, window(DAY3, DAY4, 100, 0));
        assertThat(story.assess().potential().outputsUnremedied()).isEqualTo(175);
        assertThat(story.assess().potential().mean()).hasToString("21.88");
    }

    @Test
    void anEstimateInAnotherCurrencyIsNamedAndLeftOut() {
        Story story = estimated("cn-product", "EUR");
        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        story.say(DAY4, window(DAY1, DAY2, 100_000, 100_000));
        JudgedDamages damages = story.assess();
        assertThat(damages.potential().mean()).hasToString("0.00");
        assertThat(damages.potential().p90()).hasToString("0.00");
        assertThat(damages.potential().outputsUnremedied()).isEqualTo(100_000);
        assertThat(Shown.needs(damages)).containsExactly("estimate R: lossPerHarm in EUR");
    }

    @Test
    void theLatestEstimateCountsAndARescoringWithoutOneKeepsIt() {
        Story story = estimated("cn-product", "CNY");
        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        story.say(DAY4, window(DAY1, DAY2, 100_000, 100_000));
        assertThat(story.assess().potential().mean()).hasToString("12500.00");
        story.say(DAY2, new RiskRescored("R", Severity.S2, null, null));
        assertThat(story.assess().potential().mean()).hasToString("12500.00");
        Estimate sure = new Estimate(range("0.1", "0.1", "0.1"), range("1", "1", "1"), "CNY");
        story.say(DAY3, new RiskRescored("R", Severity.S2, sure, null));
        Potential potential = story.assess().potential();
        assertThat(potential.mean()).hasToString("10000.00");
        assertThat(potential.p10()).hasToString("10000.00");
        assertThat(potential.p90()).hasToString("10000.00");
    }

    @Test
    void anEstimateBeforeTheConfirmationOrOfADismissedEpisodeIsIgnored() {
        Story story = Story.under("cn-product");
        story.told.affects("R", "v1").discovered("R", DAY1);
        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        story.say(DAY4, window(DAY1, DAY2, 100, 100));
        Estimate sure = new Estimate(range("1", "1", "1"), range("1", "1", "1"), "CNY");
        story.say(DAY1, new RiskRescored("R", Severity.S2, sure, null));
        story.say(DAY2, confirmed("R", null));
        assertThat(story.assess().potential().mean()).hasToString("0.00");
        story.say(DAY3, new RiskRescored("R", Severity.S2, sure, null));
        assertThat(story.assess().potential().mean()).hasToString("100.00");
        story.say(DAY4, new RiskDismissed("R", "none"));
        story.say(DAY4, confirmed("R", null));
        assertThat(story.assess().potential().mean()).hasToString("0.00");
    }

    @Test
    void withoutAVersionOnTheMarketNothingIsExpected() {
        Story story = estimated("cn-product", "EUR");
        story.told.elsewhere("v1");
        story.say(DAY4, window(DAY1, DAY2, 100_000, 0));
        JudgedDamages damages = story.assess();
        assertThat(damages.potential().outputsUnwarned()).isEqualTo(0);
        assertThat(damages.needsFinding()).isEmpty();
    }

    private static Story estimated(String rulebook, String currency) {
        Story story = Story.under(rulebook);
        story.told.affects("R", "v1").discovered("R", DAY1);
        Estimate estimate =
                new Estimate(
                        range("0.00001", "0.00002", "0.00006"),
                        range("1000.00", "4000.00", "13000.00"),
                        currency);
        return story.say(DAY1, confirmed("R", estimate));
    }

    private static RiskConfirmed confirmed(String risk, @Nullable Estimate estimate) {
        return new RiskConfirmed(
                risk, Severity.S1, null, null, null, null, null, List.of(), estimate);
    }

    private static Range range(String low, String likely, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(likely), new BigDecimal(high));
    }

    private static CoverageObserved window(String from, String to, long outputs, long warned) {
        return new CoverageObserved(
                "v1", Instant.parse(from), Instant.parse(to), outputs, warned, null, null, null, 0);
    }

    private static CoverageObserved revision(long revision, long outputs, long warned) {
        CoverageObserved it = window(DAY1, DAY2, outputs, warned);
        return new CoverageObserved(
                it.version(), it.from(), it.to(), outputs, warned, "app", null, "zh", revision);
    }
}
