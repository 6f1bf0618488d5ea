package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dutyledger.contract.FactData.Answer;
import org.junit.jupiter.api.Test;

/** Rule 47; the Directive's first day begins in Brussels on 2026-12-08T23:00:00Z. */
class PlacingTest {

    private static final String DAY = "2026-12-08T23:00:00Z";
    private static final String BEFORE = "2026-12-08T22:59:59Z";
    private static final String AFTER = "2027-02-01T00:00:00Z";

    @Test
    void aFirstVersionIsPlacedWhenItIsReleased() {
        assertThat(applies(story().release("a", DAY, null, null), "a")).isEqualTo(Issue.WON);
        assertThat(applies(story().release("b", BEFORE, null, null), "b")).isEqualTo(Issue.LOST);
    }

    @Test
    void aModificationIsPlacedAnew() {
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", true);
        assertThat(applies(story, "b")).isEqualTo(Issue.WON);
    }

    @Test
    void anUpdateIsPlacedAsWhatItUpdates() {
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", false);
        story.release("c", AFTER, "b", false);
        assertThat(applies(story, "c")).isEqualTo(Issue.LOST);
    }

    @Test
    void undecidedOnBothSidesOfTheDayIsAQuestion() {
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", null);
        story.release("c", AFTER, "b", false);
        assertThat(applies(story, "c"))
                .isEqualTo(new Issue.Open(Question.SUBSTANTIAL_MODIFICATION, "b", true));
    }

    @Test
    void undecidedOnOneSideIsNone() {
        Story story = story().release("a", DAY, null, null).release("b", AFTER, "a", null);
        assertThat(applies(story, "b")).isEqualTo(Issue.WON);
        Story old = story().release("a", BEFORE, null, null).release("b", BEFORE, "a", null);
        assertThat(applies(old, "b")).isEqualTo(Issue.LOST);
    }

    @Test
    void theFirstUndecidedVersionOnTheWayBackIsAskedAbout() {
        Story story = story().release("a", BEFORE, null, null).release("b", BEFORE, "a", null);
        story.release("c", AFTER, "b", null);
        assertThat(applies(story, "c"))
                .isEqualTo(new Issue.Open(Question.SUBSTANTIAL_MODIFICATION, "c", true));
    }

    @Test
    void aFindingGoesBeforeWhatTheReleaseSays() {
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", true);
        story.found(Question.SUBSTANTIAL_MODIFICATION, "b", Answer.FALSE);
        assertThat(applies(story, "b")).isEqualTo(Issue.LOST);
        story.found(Question.SUBSTANTIAL_MODIFICATION, "b", Answer.CONTESTED);
        assertThat(applies(story, "b")).isInstanceOf(Issue.Open.class);
    }

    @Test
    void aPreviousVersionThatIsUnknownOrOfAnotherMarketIsAsIfAbsent() {
        assertThat(applies(story().release("b", AFTER, "nowhere", null), "b")).isEqualTo(Issue.WON);
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", null);
        story.told.elsewhere("a");
        assertThat(applies(story, "b")).isEqualTo(Issue.WON);
    }

    @Test
    void aCircleOfVersionsEnds() {
        Story story = story().release("a", BEFORE, "b", false).release("b", AFTER, "a", false);
        assertThat(applies(story, "b")).isEqualTo(Issue.LOST);
        assertThat(applies(story().release("c", AFTER, "c", null), "c")).isEqualTo(Issue.WON);
    }

    @Test
    void undecidedCountsAsAModificationForTheTimeBar() {
        Story story = story().release("a", BEFORE, null, null).release("b", AFTER, "a", null);
        assertThat(placing(story, "b").presumed()).isEqualTo(Instant.parse(AFTER));
    }

    private static Story story() {
        return Story.under("eu");
    }

    private static Issue applies(Story story, String version) {
        return placing(story, version).since(Instant.parse(DAY));
    }

    private static Placing placing(Story story, String version) {
        Placing placing = Placing.of(version, story.evidence(), story.told);
        assertThat(placing).isNotNull();
        return placing;
    }
}
