package org.dutyledger.liability.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.liability.GoldenCase;
import org.dutyledger.liability.law.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    private static final String LATE = "G2-late-ineffective-remedy/cn-reform";

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @Test
    void aLateRemedyDownToItsFacts() {
        assertThat(duty(LATE, "CN-CC-1206-1", "R-1").text(Language.EN))
                .isEqualTo(
                        """
                        CN-CC-1206-1 about R-1 is satisfied, late, as of 2027-06-01T00:00:00Z
                          CN-CC-1206-1, Civil Code (民法典) 1206(1): A defect discovered after the product was put into circulation is remedied in time: stop, warn, recall and other measures.
                            source LRB, confidence A: the primary text was read
                            read as: In time (及时) is measured by the policy (remediate, by severity); only an effective remedy of every live affected version counts, since measures that do not work (不力) are none.
                          from 2027-04-03T06:00:00Z, 24 h as policy acme/P1 says (remediate.S1): due 2027-04-04T06:00:00Z
                          satisfied at 2027-04-09T06:00:00Z
                          in breach from the deadline to the act, 120 h:
                            2027-04-04T06:00:00Z to 2027-04-09T06:00:00Z = 120 h
                          it rests on these facts:
                            f04 risk.reported, 2027-04-01T00:00:00Z: a report of risk R-1
                            f05 risk.reported, 2027-04-02T01:00:00Z: a report of risk R-1
                            f06 risk.reported, 2027-04-03T06:00:00Z: a report of risk R-1
                            f08 risk.confirmed, 2027-04-06T02:00:00Z: triage confirmed risk R-1 as S1
                            f10 remedy.applied, 2027-04-09T06:00:00Z: remedy M-2 is in force: withdraw-version, rollout 1
                        """);
    }

    @Test
    void theSameInChinese() {
        assertThat(duty(LATE, "CN-CC-1206-1", "R-1").text(Language.ZH))
                .startsWith("CN-CC-1206-1（关于R-1）已履行，曾逾期，截至2027-06-01T00:00:00Z\n")
                .contains(
                        "自2027-04-03T06:00:00Z起，依政策acme/P1（remediate.S1）24小时：期限2027-04-04T06:00:00Z")
                .contains("2027-04-04T06:00:00Z至2027-04-09T06:00:00Z＝120小时");
    }

    @Test
    void statutoryDaysSayHowTheyAreCounted() {
        assertThat(duty("G20-eu", "EU-AIA-73-3", "I-d").text(Language.EN))
                .contains(
                        "from 2027-12-10T09:00:00Z, 2 days, the first not counted, to 24:00 of the"
                                + " last in Europe/Brussels (a weekend runs to Monday): due"
                                + " 2027-12-13T23:00:00Z");
    }

    @Test
    void aMovedDeadlineSaysWhyItMoved() {
        assertThat(
                        duty("G7-severity-rescored/cn-product@20270309", "CN-CC-1206-1", "R-1")
                                .text(Language.EN))
                .contains(
                        "from 2027-03-04T16:00:00Z (rescored), 24 h as policy acme/P1 says"
                                + " (remediate.S1): due 2027-03-05T16:00:00Z");
    }

    @Test
    void everyOperandOfAnExposureIsNamed() {
        assertThat(exposure(LATE).text(Language.EN))
                .contains(
                        "disability 360000.00 = yearly income 60000.00 x grade 0.3 x 20 years (age"
                                + " 40), CN-CC-1179")
                .contains("punitive 960000.00 = 2 x 480000.00 (all heads), CN-CC-1207")
                .contains("punitive 12000.00 = 2 x 6000.00 (all heads), CN-REFORM-5.3");
        assertThat(exposure("G23").text(Language.EN))
                .contains("median) x grade 0.2 x 18 years (age 62), CN-CC-1179")
                .contains("funeral 57000.00 = monthly wage 9500.00 x 6, CN-CC-1179")
                .contains("medical 66.71 = 100.01 as recorded x (1 - 0.333 own fault), CN-CC-1179");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyDutyAndExposureHasItsReasons(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            DutyExplanation duties =
                    new DutyExplanation(answer, golden.rulebook(), golden.policy(), golden.facts());
            for (Duty duty : answer.duties()) {
                Explanation why = duties.of(duty.rule(), duty.about());
                assertThat(why).isNotNull();
                for (String id : duty.because()) {
                    assertThat(why.text(Language.EN)).contains("    " + id + " ");
                    assertThat(why.text(Language.ZH)).contains("    " + id + " ");
                }
            }
            assertThat(
                            new ExposureExplanation(
                                            answer,
                                            golden.rulebook(),
                                            golden.policy(),
                                            golden.facts())
                                    .whole()
                                    .text(Language.EN))
                    .contains(Figures.amount(answer.damages().realised().total().high()));
        }
    }

    private static Explanation duty(String name, String rule, String about) {
        GoldenCase golden = GoldenCase.named(name);
        return new DutyExplanation(
                        golden.answers().getFirst(),
                        golden.rulebook(),
                        golden.policy(),
                        golden.facts())
                .of(rule, about);
    }

    private static Explanation exposure(String name) {
        GoldenCase golden = GoldenCase.named(name);
        return new ExposureExplanation(
                        golden.answers().getFirst(),
                        golden.rulebook(),
                        golden.policy(),
                        golden.facts())
                .whole();
    }
}
