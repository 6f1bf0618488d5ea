package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.junit.jupiter.api.Test;

/** Rules 48 and 49. */
class DefencesTest {

    private static final String EARLIER = "2027-02-01T00:00:00Z";

    @Test
    void aProductsMakerMayRebutUnlessTheDamageIsExpanded() {
        Story story = Story.under("cn-product").harm("H1", it -> it.item("data", "1.00").by("R"));
        assertThat(Shown.states(story.judge("H1"))).containsExactly("CN-PQL-41 available");
        story.found(Question.REBUTTAL, "H1", Answer.TRUE, "not-present-at-placing");
        assertThat(Shown.states(story.judge("H1"))).containsExactly("CN-PQL-41 proven");
        story.told.affects("R", "v1").breach("CN-CC-1206-1", "R", EARLIER, null);
        assertThat(Shown.states(story.judge("H1"))).containsExactly("CN-PQL-41 lost");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("1.00 / 1.00 / 1.00");
    }

    @Test
    void aServiceHasNone() {
        Story story = Story.under("cn-service").harm("H1", it -> it.item("data", "1.00"));
        assertThat(Shown.states(story.judge("H1"))).isEmpty();
    }

    @Test
    void theReasonTellsWhichDefenceIsProven() {
        Story story = directive();
        story.found(Question.REBUTTAL, "H1", Answer.TRUE, "development-risk");
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c available", "EU-PLD-11-1e proven");
        story.found(Question.REBUTTAL, "H1", Answer.TRUE, null);
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c proven", "EU-PLD-11-1e available");
        story.found(Question.REBUTTAL, "H1", Answer.CONTESTED, "development-risk");
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c available", "EU-PLD-11-1e available");
    }

    @Test
    void whoKnewAndDidNotRemedyLosesBoth() {
        Story story = directive();
        story.found(Question.REBUTTAL, "H1", Answer.TRUE, "development-risk");
        story.told.discovered("R", EARLIER).unremedied("R", EARLIER, null);
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c available", "EU-PLD-11-1e proven");
        story.told.affects("R", "v1");
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c lost", "EU-PLD-11-1e lost");
        assertThat(Shown.compensatory(story.judge("H1"))).isEqualTo("0.00 / 1.00 / 1.00");
        assertThat(presumptions(story)).containsExactly("EU-PLD-10-4 candidate");
        story.told.breach("EU-AIA-20-1", "R", EARLIER, null);
        assertThat(presumptions(story))
                .containsExactly("EU-PLD-10-2 applies", "EU-PLD-10-4 candidate");
    }

    @Test
    void whoDidNotKnowOrDidRemedyKeepsThem() {
        Story story = directive();
        story.told.affects("R", "v1").unremedied("R", EARLIER, Story.SERVED);
        story.told.discovered("R", EARLIER);
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c available", "EU-PLD-11-1e available");
        assertThat(presumptions(story)).isEmpty();
    }

    @Test
    void anUpdateWithinTheMakersControlIsNoExcuse() {
        Story story = Story.under("eu").release("v2", Story.RELEASED, "v1", false);
        story.harm("H1", it -> it.item("data", "1.00", "EUR").on("v2"));
        assertThat(Shown.states(story.judge("H1")))
                .containsExactly("EU-PLD-11-1c lost", "EU-PLD-11-1e available");
    }

    private static Story directive() {
        return Story.under("eu").harm("H1", it -> it.item("data", "1.00", "EUR").by("R"));
    }

    private static List<String> presumptions(Story story) {
        return story.judge("H1").presumptions().stream()
                .map(it -> it.rule() + " " + it.state())
                .toList();
    }
}
