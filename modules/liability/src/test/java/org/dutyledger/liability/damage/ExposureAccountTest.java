package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.damage.HarmVerdict.Outcomes;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;

/** Rules 52 (repetition) and 53. */
class ExposureAccountTest {

    private static final Policy POLICY = Story.policy("");
    private static final Rulebook REFORM = Rulebooks.load("cn-reform");

    @Test
    void theThirdHarmByOutputAndThenByIdIsRepeated() {
        Story story = Story.under("cn-reform").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        String first = "2027-02-01T00:00:00Z";
        String last = "2027-03-01T00:00:00Z";
        story.harm("H1", it -> it.item("data", "1.00").served(last));
        story.harm("H2", it -> it.item("data", "10.00").served(last));
        story.harm("H3", it -> it.item("data", "100.00").served(first));
        assertThat(punitive(story)).isEqualTo("20.00 / 20.00 / 20.00");
        story.harm("H0", it -> it.item("data", "1000.00").served(last).harmAt(first));
        assertThat(punitive(story)).isEqualTo("22.00 / 22.00 / 22.00");
    }

    @Test
    void onlyHarmsForWhichSomebodyAnswersInTheScenarioCount() {
        Story story = Story.under("cn-reform").found(Question.DEFECTIVE, "H3", Answer.TRUE);
        story.harm("H1", it -> it.item("data", "1.00").served("2027-02-01T00:00:00Z"));
        story.harm("H2", it -> it.item("data", "10.00").served("2027-02-02T00:00:00Z"));
        story.harm("H3", it -> it.item("data", "100.00").served("2027-02-03T00:00:00Z"));
        assertThat(punitive(story)).isEqualTo("0.00 / 200.00 / 200.00");
        story.found(Question.REBUTTAL, "H1", Answer.TRUE);
        assertThat(punitive(story)).isEqualTo("0.00 / 0.00 / 0.00");
    }

    @Test
    void anEffectIsShownAtThePlaceOfTheHighScenario() {
        Story story = Story.under("cn-reform").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        for (String harm : List.of("H1", "H2", "H3")) {
            story.harm(harm, it -> it.item("data", "10.00"));
            story.found(Question.MALICE, harm, Answer.CONTESTED);
        }
        assertThat(Shown.needs(story.assess()))
                .containsExactly(
                        "malice H1: punitive 0.00 or 20.00", "malice H2: punitive 0.00 or 20.00");
    }

    @Test
    void keepsTheSameSumAsOneAddedUpAnew() {
        Random random = new Random(53);
        Map<String, HarmVerdict> standing = new TreeMap<>();
        ExposureAccount kept = new ExposureAccount(REFORM, POLICY);
        for (int step = 0; step < 400; step++) {
            String harm = "H" + random.nextInt(12);
            if (random.nextInt(4) == 0) {
                standing.remove(harm);
                kept.remove(harm);
            } else {
                HarmVerdict verdict = anyVerdict(harm, random);
                standing.put(harm, verdict);
                kept.put(verdict);
            }
            ExposureAccount anew = new ExposureAccount(REFORM, POLICY);
            standing.values().forEach(anew::put);
            assertThat(kept.exposure()).isEqualTo(anew.exposure()).isEqualTo(byHand(standing));
        }
    }

    private static HarmVerdict anyVerdict(String harm, Random random) {
        Outcome[] once = new Outcome[3];
        Outcome[] repeated = new Outcome[3];
        for (int i = 0; i < 3; i++) {
            boolean liable = random.nextBoolean();
            BigDecimal sum = liable ? cents(random.nextInt(1000)) : Cents.NONE;
            BigDecimal award = liable ? cents(random.nextInt(1000)) : Cents.NONE;
            once[i] = new Outcome(liable, sum, Cents.NONE, award);
            repeated[i] = new Outcome(liable, sum, Cents.NONE, award.max(sum));
        }
        return new HarmVerdict(
                harm,
                Instant.ofEpochSecond(random.nextInt(5)),
                new Outcomes(once[0], once[1], once[2], List.of(), List.of()),
                new Outcomes(repeated[0], repeated[1], repeated[2], List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static BigDecimal cents(int amount) {
        return BigDecimal.valueOf(amount, 2);
    }

    /** The rule as it is written: sort, count, take the larger from the third on. */
    private static Exposure byHand(Map<String, HarmVerdict> standing) {
        return new Exposure(
                "CNY",
                ExposureAccount.scenarios(it -> sum(standing, it, true)),
                ExposureAccount.scenarios(it -> Cents.NONE),
                ExposureAccount.scenarios(it -> sum(standing, it, false)));
    }

    private static BigDecimal sum(
            Map<String, HarmVerdict> standing, Scenario scenario, boolean compensatory) {
        List<HarmVerdict> liable =
                standing.values().stream()
                        .filter(it -> it.once().in(scenario).liable())
                        .sorted(Comparator.comparing(HarmVerdict::outputAt))
                        .toList();
        BigDecimal sum = Cents.NONE;
        for (int i = 0; i < liable.size(); i++) {
            Outcome outcome = liable.get(i).outcomes(i + 1 >= 3).in(scenario);
            sum = sum.add(compensatory ? outcome.compensatory() : outcome.punitive());
        }
        return sum;
    }

    private static String punitive(Story story) {
        return Shown.scenarios(story.assess().realised().punitive());
    }
}
