package org.dutyledger.liability.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData;
import org.dutyledger.liability.GoldenCase;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every number and status of every hand-computed answer has its reasons. */
class EveryFigureTest {

    private static final Pattern HOURS =
            Pattern.compile("(\\S+Z) to (\\S+Z)(?: \\(open\\))? = (\\S+) h");

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFieldOfAnAnswerIsExplained(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            Reasons.check(answer, golden.rulebook(), golden.policy(), golden.facts());
        }
    }

    /** A field that no history of these shows would go unexplained unseen. */
    @Test
    void noFieldOfAnAnswerIsForgotten() {
        Set<String> shown = new TreeSet<>();
        for (GoldenCase golden : cases()) {
            for (Assessment answer : golden.answers()) {
                shown.addAll(
                        Reasons.check(answer, golden.rulebook(), golden.policy(), golden.facts()));
            }
        }
        for (Rulebook rulebook : Rulebooks.all()) {
            shown.addAll(EventfulHistory.check(rulebook));
        }
        assertThat(shown).isEqualTo(Reasons.fields());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyAmountIsExplained(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            AnswerExplanation explain = explain(golden, answer);
            Explanation exposure = explain.of("exposure", null);
            Reasons.check(exposure);
            JsonNode realised = AnswerWriter.tree(answer).at("/exposure/realised");
            String said = exposure.text(Language.EN);
            Map.of(
                            "compensatory",
                            "compensatory",
                            "expanded",
                            "of it expanded",
                            "punitive",
                            "punitive",
                            "total",
                            "total")
                    .forEach((column, words) -> {
                        JsonNode of = realised.get(column);
                        assertThat(said)
                                .contains(
                                        "  %s: low %s, likely %s, high %s\n"
                                                .formatted(
                                                        words,
                                                        of.get("low").asString(),
                                                        of.get("likely").asString(),
                                                        of.get("high").asString()));
                    });
            for (JsonNode item : realised.get("items")) {
                assertThat(said)
                        .contains(
                                item.get("head").asString()
                                        + " "
                                        + item.get("amount").asString()
                                        + " = ");
            }
            Explanation potential = explain.of("potential", null);
            Reasons.check(potential);
            JsonNode expected = AnswerWriter.tree(answer).at("/exposure/potential");
            for (String quantile : List.of("p10", "p50", "p90", "mean")) {
                assertThat(potential.text(Language.EN))
                        .contains("  " + quantile + " " + expected.get(quantile).asString());
            }
            assertThat(potential.text(Language.EN))
                    .contains("outputs unwarned = " + expected.get("outputsUnwarned"))
                    .contains("outputs unremedied = " + expected.get("outputsUnremedied"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyDutyEndsInFactsAndItsArticle(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            DutyExplanation duties =
                    new DutyExplanation(answer, golden.rulebook(), golden.policy(), golden.facts());
            for (Duty duty : answer.duties()) {
                Explanation why = duties.of(duty.rule(), duty.about());
                Reasons.check(why);
                List<Explanation> all = Reasons.all(why);
                assertThat(all).anyMatch(it -> it.ground() instanceof Explanation.Ground.OfRule);
                assertThat(all)
                        .as(golden + " " + duty)
                        .anyMatch(it -> it.ground() instanceof Explanation.Ground.OfFact);
                int hours = 0;
                Matcher said = HOURS.matcher(why.text(Language.EN));
                while (said.find()) {
                    hours++;
                    Duration length =
                            Duration.between(
                                    Instant.parse(said.group(1)), Instant.parse(said.group(2)));
                    assertThat(new BigDecimal(said.group(3)))
                            .isEqualByComparingTo(
                                    BigDecimal.valueOf(length.toSeconds())
                                            .divide(
                                                    BigDecimal.valueOf(3600),
                                                    1,
                                                    RoundingMode.HALF_UP));
                }
                assertThat(hours).isEqualTo(duty.breaches().size());
            }
        }
    }

    /** The contract's names that an explanation speaks of. */
    @Test
    void noTermLacksItsWords() {
        List<String> names =
                new ArrayList<>(List.of("effective", "currency", "base-income", "estimate"));
        for (Question it : Question.values()) {
            names.add(it.wireName());
        }
        for (DutyRule.Kind it : DutyRule.Kind.values()) {
            names.add(it.name().toLowerCase());
        }
        for (FactData.Defect it : FactData.Defect.values()) {
            if (it != FactData.Defect.UNKNOWN) {
                names.add(it.name().toLowerCase());
            }
        }
        for (Rulebook it : Rulebooks.all()) {
            names.addAll(it.damages().heads().keySet());
            it.consequences().quality().forEach(rule -> names.addAll(rule.criteria()));
            it.consequences().remedies().forEach(rule -> names.addAll(rule.remedies()));
        }
        names.addAll(AnswerExplanation.parts());
        assertThat(Terms.names()).containsAll(names);
        for (String name : Terms.names()) {
            assertThat(Terms.of(name).zh()).as(name).matches("\\p{IsHan}+|.*\\p{IsHan}.*");
            assertThat(Terms.of(name).en()).as(name).isNotBlank();
        }
    }

    private static AnswerExplanation explain(GoldenCase golden, Assessment answer) {
        return new AnswerExplanation(answer, golden.rulebook(), golden.policy(), golden.facts());
    }
}
