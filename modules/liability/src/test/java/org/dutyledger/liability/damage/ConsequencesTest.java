package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.Estimate;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.Range;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Recourse;
import org.dutyledger.liability.damage.JudgedDamages.Step;
import org.junit.jupiter.api.Test;

/** What follows besides damages. */
class ConsequencesTest {

    private static final String DAY1 = "2027-02-01T00:00:00Z";
    private static final String DAY2 = "2027-02-02T00:00:00Z";
    private static final String HOUR_LATER = "2027-02-02T01:00:00Z";

    /** 0.1 harms of 10.00 each: an output costs 1.00. */
    private static Story sure(String rulebook) {
        Story story = Story.under(rulebook).asOf(DAY2);
        story.told.affects("R", "v1").discovered("R", DAY1);
        Estimate sure = new Estimate(range("0.1"), range("10"), "CNY");
        return story.say(
                DAY1,
                new RiskConfirmed(
                        "R",
                        Severity.S1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("algorithm"),
                        sure));
    }

    @Test
    void anHourOfDelayRaisesTheMeanByItsPrice() {
        Story story = sure("cn-product");
        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        story.say(DAY2, window(DAY1, DAY2, 240, 120));
        Duty remedy = duty("CN-CC-1206-1", "remediate", "R", true);
        JudgedDamages now = story.assess(remedy);
        HourPrice price = now.consequences().oneMoreHour().getFirst();
        assertThat(price.priced()).isNotNull();
        assertThat(price.priced().now()).hasToString("10.00");

        story.say(HOUR_LATER, window(DAY2, HOUR_LATER, 10, 5)).asOf(HOUR_LATER);
        BigDecimal later = story.assess(remedy).potential().mean();
        assertThat(later.subtract(now.potential().mean())).hasToString("10.00");
    }

    @Test
    void anOutputIsPricedOnceUnderTheDutyToRemedyOrElseUnderTheDutyToWarn() {
        Story story = sure("cn-product");
        story.say(DAY2, window(DAY1, DAY2, 240, 120));
        Duty warn = duty("CN-CRPL-18", "warn", "v1", true);
        Duty pending = duty("CN-CC-1206-1", "remediate", "R", false);
        List<HourPrice> prices = story.assess(warn, pending).consequences().oneMoreHour();
        assertThat(prices)
                .extracting(HourPrice::rule)
                .containsExactly("CN-CC-1206-1", "CN-CRPL-18");
        assertThat(prices)
                .extracting(it -> it.priced().now().toString())
                .containsExactly("0.00", "5.00");
        assertThat(prices)
                .extracting(it -> it.priced().afterDue().toString())
                .containsExactly("10.00", "5.00");

        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        HourPrice once = story.assess(warn).consequences().oneMoreHour().getFirst();
        assertThat(once.priced().now()).hasToString("0.00");
    }

    @Test
    void whatHasNoPriceSaysWhy() {
        Story story = sure("cn-product");
        assertThat(why(story, duty("CN-CC-1206-1", "remediate", "R", true)))
                .isEqualTo(NotPriced.NO_OUTPUTS);
        assertThat(why(story, duty("CN-CC-1206-1", "remediate", "S", true)))
                .isEqualTo(NotPriced.NO_ESTIMATE);
        assertThat(why(story, duty("CN-CRPL-19/act", "remediate", "R", true)))
                .isEqualTo(NotPriced.OTHER_DUTY);
        assertThat(why(story, duty("CN-CRPL-19/report", "report", "R", true)))
                .isEqualTo(NotPriced.NO_FORMULA);
        assertThat(why(Story.under("us-frontier"), duty("US-NY-1422", "report", "I", true)))
                .isEqualTo(NotPriced.NO_DAMAGES);
    }

    @Test
    void aPenaltyIsARangeAndNeverPartOfDamages() {
        Duty late = duty("US-NY-1422", "report", "I1", true);
        Duty other = duty("US-NY-1422", "report", "I2", true);
        JudgedDamages damages = Story.under("us-frontier").assess(late, other);
        assertThat(damages.consequences().penalties())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.low()).hasToString("0.00");
                    assertThat(it.high()).hasToString("4000000.00");
                    assertThat(it.formula().en()).isEqualTo("1000000.00 + 1 x 3000000.00");
                    assertThat(it.breached()).hasSize(2);
                });
        assertThat(damages.realised().total().high()).hasToString("0.00");
        assertThat(
                        Story.under("us-frontier")
                                .assess(duty("US-NY-1422", "report", "I1", false))
                                .consequences()
                                .penalties())
                .isEmpty();
    }

    @Test
    void recallAndNoticesCostWhatTheirFactsSay() {
        Story story = Story.under("cn-product");
        story.say(DAY1, recall("M", "900.00", "CNY")).say(DAY1, recall("N", "5.00", "EUR"));
        story.say(DAY1, notice("T1", "consumers")).say(DAY1, notice("T2", "authority:cn-cac"));
        JudgedDamages damages = story.assess();
        assertThat(damages.consequences().costs())
                .extracting(it -> it.about() + " " + it.amount() + " " + it.rule())
                .containsExactly("M 900.00 CN-H7", "T1 20.00 CN-H7/notice");
        assertThat(Shown.needs(damages)).containsExactly("currency N: EUR not counted");
        assertThat(damages.realised().total().high()).hasToString("0.00");
    }

    @Test
    void aClaimShowsItsStepsItsRecourseAndWhatIsLeft() {
        Story story = sure("cn-product");
        story.asOf("2027-06-01T00:00:00Z");
        story.told.breach("CN-CC-1206-1", "R", DAY1, null);
        story.harm("H", it -> it.by("R").item("medical", "100.00").ownFault("0.2"));
        story.claim("C", "2027-05-03T00:00:00Z", "H");
        story.advance("C", "2027-05-04T00:00:00Z", "appraisal", null, shares());
        Claim claim = story.assess().claims().getFirst();
        assertThat(claim.phase()).isEqualTo("pre-court");
        assertThat(claim.steps()).extracting(Step::stage).containsExactly("filed", "appraisal");
        assertThat(claim.unassigned()).hasToString("24.00");
        assertThat(claim.recourse())
                .containsExactly(new Recourse("acme", new BigDecimal("56.00"), "CN-CC-1204"));
        assertThat(story.assess().consequences().causation())
                .extracting(it ->
                        it.harm() + " " + it.causes().getFirst().cause() + " " + it.ownFault())
                .containsExactly("H algorithm 0.2");

        story.advance("C", "2027-05-05T00:00:00Z", "court", null, null);
        story.advance("C", "2027-05-06T00:00:00Z", "appraisal", null, null);
        assertThat(story.assess().claims().getFirst().phase()).isEqualTo("court");
        story.advance("C", "2027-05-07T00:00:00Z", "judged", "70.00", null);
        assertThat(story.assess().claims().getFirst().phase()).isEqualTo("closed");
    }

    @Test
    void aProvidersSpreadIsThatOfTheSum() {
        Story story = Story.under("cn-product").asOf(DAY2);
        story.told.affects("R", "v1").discovered("R", DAY1).breach("CN-CC-1206-1", "R", DAY1, null);
        Estimate wide =
                new Estimate(
                        new Range(
                                new BigDecimal("0.1"),
                                new BigDecimal("0.2"),
                                new BigDecimal("0.6")),
                        range("10"),
                        "CNY");
        story.say(
                DAY1,
                new RiskConfirmed("R", Severity.S1, null, null, null, null, null, List.of(), wide));
        story.say(DAY2, window(DAY1, DAY2, 100, 100));
        JudgedDamages one = story.assess();
        JointExposure joint = JointExposure.of("CNY", List.of(one, one, one, one));

        BigDecimal four = BigDecimal.valueOf(4);
        assertThat(joint.potential().mean())
                .isEqualByComparingTo(one.potential().mean().multiply(four));
        assertThat(joint.potential().exact().variance())
                .isEqualTo(one.potential().exact().variance().times(Ratio.of(4)));
        assertThat(joint.potential().p90()).isLessThan(one.potential().p90().multiply(four));
        assertThat(joint.potential().p10()).isGreaterThan(one.potential().p10().multiply(four));
        assertThat(joint.potential().outputsUnremedied()).isEqualTo(BigInteger.valueOf(400));
    }

    private static NotPriced why(Story story, Duty duty) {
        return story.assess(duty).consequences().oneMoreHour().getFirst().notPriced();
    }

    private static Map<String, BigDecimal> shares() {
        return Map.of("acme", new BigDecimal("0.7"));
    }

    private static RemedyApplied recall(String id, String cost, String currency) {
        return new RemedyApplied(
                id,
                List.of("R"),
                Measure.RECALL,
                null,
                BigDecimal.ONE,
                new Money(new BigDecimal(cost), currency));
    }

    private static NoticeSent notice(String id, String to) {
        return new NoticeSent(id, to, "R", null, new Money(new BigDecimal("20"), "CNY"));
    }

    private static Duty duty(String rule, String kind, String about, boolean breached) {
        Instant from = Instant.parse(DAY1);
        return new Duty(
                rule,
                kind,
                about,
                breached ? Status.POLICY_BREACH : Status.PENDING,
                breached,
                from,
                from,
                null,
                null,
                breached ? List.of(new Breach(from, null)) : List.of(),
                List.of(),
                List.of());
    }

    private static Range range(String all) {
        BigDecimal it = new BigDecimal(all);
        return new Range(it, it, it);
    }

    private static CoverageObserved window(String from, String to, long outputs, long warned) {
        return new CoverageObserved(
                "v1", Instant.parse(from), Instant.parse(to), outputs, warned, null, null, null, 0);
    }
}
