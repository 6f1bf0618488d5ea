package org.dutyledger.liability.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.Control;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.liability.damage.JudgedDamages.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 40. */
class PartiesTest {

    @ParameterizedTest
    @CsvSource({
        "DESIGN_PROGRAM, '', producer",
        "WRITE_ALGORITHM SELL, '', producer",
        "REMOTE_SERVICE STORAGE, '', producer",
        "NETWORK_ACCESS, '', excluded",
        "TRANSMISSION, UPDATES, excluded",
        "STORAGE, TRAINING_RESULT, excluded",
        "STORAGE, RUNNING, producer",
        "SUPPLY_TRAINING_DATA, UPDATES, excluded",
        "SUPPLY_TRAINING_DATA, RUNNING, excluded",
        "SUPPLY_TRAINING_DATA, TRAINING_RESULT, producer",
        "SUPPLY_TRAINING_DATA STORAGE, '', excluded",
        "SUPPLY_TRAINING_DATA STORAGE, RUNNING, producer",
        "STORAGE SELL, RUNNING, seller",
        "SELL DEPLOY, '', seller",
        "DEPLOY, '', deployer",
        "STORAGE DEPLOY, '', deployer",
        "'', '', other"
    })
    void roleByWhatIsDoneAndControlled(String does, String controls, String role) {
        Story story = Story.under("cn-product").say(Story.SERVED, declared("p", does, controls));
        assertThat(story.assess().parties())
                .containsExactly(new Party("p", role, List.of("CN-PAPER-4.1")));
    }

    @Test
    void whoModifiesSubstantiallyBecomesTheProducer() {
        Story story = Story.under("eu").release("v2", Story.SERVED, "v1", null);
        story.say(Story.SERVED, declared("p", "FINE_TUNE DEPLOY", ""));
        JudgedDamages undecided = story.assess();
        assertThat(undecided.parties())
                .containsExactly(new Party("p", "modifier", List.of("EU-PLD-4-18", "EU-PLD-8")));
        assertThat(Shown.needs(undecided))
                .containsExactly("substantial-modification v2: role of p");
        story.found(Question.SUBSTANTIAL_MODIFICATION, "v2", Answer.TRUE);
        assertThat(story.assess().parties())
                .containsExactly(new Party("p", "producer", List.of("EU-PLD-4-18", "EU-PLD-8")));
        story.found(Question.SUBSTANTIAL_MODIFICATION, "v2", Answer.FALSE);
        assertThat(story.assess().parties())
                .containsExactly(new Party("p", "deployer", List.of("EU-PLD-8")));
    }

    @Test
    void versionsOfEveryMarketTakePart() {
        Story story = Story.under("eu").release("v2", Story.SERVED, "v1", true);
        story.told.elsewhere("v2");
        story.say(Story.SERVED, declared("p", "FINE_TUNE", ""));
        assertThat(story.assess().parties().getFirst().role()).isEqualTo("producer");
    }

    @Test
    void onlyTheVersionsNamedAreLookedAt() {
        Story story = Story.under("cn-product").release("v2", Story.SERVED, "v1", true);
        story.release("v3", Story.SERVED, "v1", false);
        PartyDeclared it = declared("p", "FINE_TUNE", "");
        story.say(
                Story.SERVED,
                new PartyDeclared("p", it.activities(), it.controls(), List.of("v3"), null));
        assertThat(story.assess().parties().getFirst().role()).isEqualTo("deployer");
    }

    @Test
    void theLatestDeclarationReplaces() {
        Story story = Story.under("cn-product");
        story.say("2027-04-01T00:00:00Z", declared("p", "STORAGE", ""));
        story.say("2027-03-01T00:00:00Z", declared("p", "STORAGE", "RUNNING"));
        assertThat(story.assess().parties().getFirst().role()).isEqualTo("excluded");
    }

    private static PartyDeclared declared(String party, String does, String controls) {
        return new PartyDeclared(
                party,
                Arrays.stream(does.split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(Activity::valueOf)
                        .toList(),
                Arrays.stream(controls.split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(Control::valueOf)
                        .toList(),
                null,
                null);
    }
}
