package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.junit.jupiter.api.Test;

/** Rule 51. */
class TimeBarsTest {

    private static final String LIMIT = "2029-03-01T16:00:00Z";

    @Test
    void limitationEndsWithTheLocalDayAndThenOnlyHighCounts() {
        Story story = product().harm("H1", it -> it.item("property", "10.00"));
        story.asOf("2029-03-01T15:59:59.999999999Z");
        assertThat(bars(story)).contains("CN-PQL-45 " + LIMIT + " open");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("10.00 / 10.00 / 10.00");
        story.asOf(LIMIT);
        assertThat(bars(story)).contains("CN-PQL-45 " + LIMIT + " barred");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 10.00");
        assertThat(Shown.effects(story.judge("H1"))).isEmpty();
    }

    @Test
    void aClaimBeforeTheEndKeepsTheHarm() {
        Story story = product().harm("H1", it -> it.item("property", "10.00"));
        story.claim("C-1", "2029-03-01T15:59:59Z", "H1").asOf("2040-01-01T00:00:00Z");
        assertThat(bars(story))
                .containsExactly(
                        "CN-PQL-45 " + LIMIT + " claimed",
                        "CN-PQL-45/repose 2037-01-01T16:00:00Z claimed");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("10.00 / 10.00 / 10.00");
    }

    @Test
    void aClaimAtTheEndIsTooLate() {
        Story story = product().harm("H1", it -> it.item("property", "10.00"));
        story.claim("C-1", LIMIT, "H1").asOf("2030-01-01T00:00:00Z");
        assertThat(bars(story))
                .containsExactly(
                        "CN-PQL-45 " + LIMIT + " barred",
                        "CN-PQL-45/repose 2037-01-01T16:00:00Z claimed");
    }

    @Test
    void aClaimOfAnotherHarmDoesNotHelp() {
        Story story = product().harm("H1", it -> it.item("property", "10.00"));
        story.claim("C-1", "2028-01-01T00:00:00Z", "H2").asOf("2030-01-01T00:00:00Z");
        assertThat(bars(story)).contains("CN-PQL-45 " + LIMIT + " barred");
    }

    @Test
    void reposeExtinguishesInEveryScenario() {
        Story story = product().release("v0", "2017-01-02T00:00:00Z", null, null);
        story.found(Question.DEFECTIVE, "v0", Answer.TRUE)
                .harm("H1", it -> it.item("property", "10.00").on("v0"));
        story.asOf("2027-05-31T00:00:00Z");
        assertThat(bars(story))
                .containsExactly(
                        "CN-PQL-45 " + LIMIT + " open",
                        "CN-PQL-45/repose 2027-01-02T16:00:00Z barred");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("0.00 / 0.00 / 0.00");
    }

    @Test
    void aServiceIsBarredAfterThreeYearsAndTwentyAtMost() {
        Story story = Story.under("cn-service").harm("H1", it -> it.item("property", "10.00"));
        assertThat(bars(story))
                .containsExactly(
                        "CN-CC-188 2030-03-01T16:00:00Z open",
                        "CN-CC-188/max 2047-03-01T16:00:00Z open");
    }

    @Test
    void theDirectiveExpiresTenYearsAfterPlacingUnlessTheInjuryWasLatent() {
        Story story = Story.under("eu").found(Question.DEFECTIVE, "v1", Answer.TRUE);
        String last = "2037-01-01T22:59:59Z";
        String end = "2037-01-01T23:00:00Z";
        story.asOf("2038-01-01T00:00:00Z");
        story.harm("H1", it -> it.item("medical", "1.00", "EUR").harmAt(last));
        assertThat(bars(story)).contains("EU-PLD-17 " + end + " barred");
        story.harm("H1", it -> it.item("medical", "1.00", "EUR").harmAt(end));
        assertThat(bars(story)).contains("EU-PLD-17 2052-01-01T23:00:00Z open");
        story.harm("H1", it -> it.item("data", "1.00", "EUR").harmAt(end));
        assertThat(bars(story)).contains("EU-PLD-17 " + end + " barred");
    }

    @Test
    void tellsWhenTimeAloneChangesIt() {
        Story story = product().harm("H1", it -> it.item("property", "10.00"));
        assertThat(story.judge("H1").changesAt()).isEqualTo(Instant.parse(LIMIT));
        story.asOf("2050-01-01T00:00:00Z");
        assertThat(story.judge("H1").changesAt()).isNull();
    }

    private static Story product() {
        return Story.under("cn-product").found(Question.DEFECTIVE, "v1", Answer.TRUE);
    }

    private static List<String> bars(Story story) {
        return story.judge("H1").timeBars().stream()
                .map(it -> it.rule() + " " + it.ends() + " " + it.state())
                .toList();
    }
}
