package org.dutyledger.liability.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData;
import org.dutyledger.liability.GoldenCase;
import org.dutyledger.liability.answer.Explanation.Figure;
import org.dutyledger.liability.damage.Question;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every number and status of every hand-computed answer has its reasons. */
class EveryFigureTest {

    /** Fields of an entry that say what it is about; the entry's explanation names them. */
    private static final Map<String, List<String>> LISTS =
            Map.of(
                    "parties", List.of("party"),
                    "defects", List.of("about", "type"),
                    "needsFinding", List.of("about", "question"),
                    "timeBars", List.of("harm", "rule"),
                    "defences", List.of("harm", "rule"),
                    "presumptions", List.of("harm", "rule"),
                    "claims", List.of("claim"));

    private static final Map<String, String> PARTS =
            Map.of("needsFinding", "needs-finding", "timeBars", "time-bars");

    private static final Pattern HOURS =
            Pattern.compile("(\\S+Z) to (\\S+Z)(?: \\(open\\))? = (\\S+) h");

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEntryIsExplained(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            AnswerExplanation explain = explain(golden, answer);
            JsonNode tree = AnswerWriter.tree(answer);
            LISTS.forEach((list, keys) -> {
                for (JsonNode entry : tree.get(list)) {
                    Explanation why =
                            explain.of(
                                    PARTS.getOrDefault(list, list),
                                    entry.get(keys.getFirst()).asString());
                    assertThat(why).as(list + " " + entry).isNotNull();
                    check(why);
                }
            });
            claims(tree, explain);
        }
    }

    private static void claims(JsonNode tree, AnswerExplanation explain) {
        for (JsonNode claim : tree.get("claims")) {
            String text = explain.of("claims", claim.get("claim").asString()).text(Language.EN);
            claim.get("amount").forEach(amount -> assertThat(text).contains(amount.asString()));
            for (JsonNode share : claim.get("shares")) {
                assertThat(text)
                        .contains(
                                "party %s bears %s"
                                        .formatted(
                                                share.get("party").asString(),
                                                share.get("amount").asString()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyAmountIsExplained(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            AnswerExplanation explain = explain(golden, answer);
            Explanation exposure = explain.of("exposure", null);
            check(exposure);
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
            check(potential);
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
                check(why);
                List<Explanation> all = all(why);
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
        Rulebooks.all().forEach(it -> names.addAll(it.damages().heads().keySet()));
        assertThat(Terms.names()).containsAll(names);
        for (String name : Terms.names()) {
            assertThat(Terms.of(name).zh()).as(name).matches("\\p{IsHan}+|.*\\p{IsHan}.*");
            assertThat(Terms.of(name).en()).as(name).isNotBlank();
        }
    }

    private static AnswerExplanation explain(GoldenCase golden, Assessment answer) {
        return new AnswerExplanation(answer, golden.rulebook(), golden.policy(), golden.facts());
    }

    private static List<Explanation> all(Explanation why) {
        List<Explanation> all = new ArrayList<>(List.of(why));
        why.because().forEach(it -> all.addAll(all(it)));
        return all;
    }

    /** Arithmetic, ends and languages of a whole tree. */
    private static void check(Explanation why) {
        assertThat(all(why)).as(why.text(Language.EN)).anyMatch(it -> it.ground() != null);
        for (Explanation it : all(why)) {
            assertThat(it.says().zh()).as(it.says().en()).isNotBlank();
            boolean words = it.says().en().split(" ").length > 3;
            assertThat(!words || it.says().zh().matches("(?s).*\\p{IsHan}.*"))
                    .as(it.says().zh())
                    .isTrue();
            if (it.figure() != null && it.figure().by() != Figure.Operation.GIVEN) {
                BigDecimal got = recomputed(it);
                BigDecimal stated = it.figure().value();
                BigDecimal off = got.subtract(stated).abs();
                assertThat(off)
                        .as(it.text(Language.EN))
                        .isLessThanOrEqualTo(
                                it.figure().by().name().startsWith("P")
                                                && it.figure().by() != Figure.Operation.PRODUCT
                                        ? stated.abs().movePointLeft(9).add(new BigDecimal("0.01"))
                                        : stated.abs().movePointLeft(30));
            }
        }
    }

    private static BigDecimal recomputed(Explanation why) {
        List<BigDecimal> of =
                why.because().stream()
                        .filter(it -> it.figure() != null)
                        .map(it -> it.figure().value())
                        .toList();
        BigDecimal value =
                switch (why.figure().by()) {
                    case GIVEN -> why.figure().value();
                    case SUM -> of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    case PRODUCT -> of.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
                    case GREATEST -> of.stream().reduce(BigDecimal::max).orElseThrow();
                    case DIFFERENCE -> of.get(0).subtract(of.get(1));
                    case QUOTIENT -> of.get(0).divide(of.get(1), MathContext.DECIMAL128);
                    case FLOOR -> of.get(0).setScale(0, RoundingMode.FLOOR);
                    case P10 -> quantile(of, -1.2815515655446004);
                    case P50 -> quantile(of, 0);
                    case P90 -> quantile(of, 1.2815515655446004);
                };
        int places = why.figure().value().scale();
        return places == 2 ? value.setScale(2, RoundingMode.HALF_UP) : value;
    }

    private static BigDecimal quantile(List<BigDecimal> of, double z) {
        double mean = of.get(0).doubleValue();
        if (mean == 0) {
            return BigDecimal.ZERO;
        }
        double spread = 1 + of.get(1).doubleValue() / (mean * mean);
        return BigDecimal.valueOf(
                mean / Math.sqrt(spread) * Math.exp(z * Math.sqrt(Math.log(spread))));
    }
}
