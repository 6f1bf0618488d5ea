package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A statement with what it rests on, in both languages.
 *
 * @param ground the fact or the article that it is, null: it follows from others
 * @param figure the number it states, null: none
 * @param because what it rests on, in reading order; empty: nothing further
 */
public record Explanation(
        Wording says, @Nullable Ground ground, @Nullable Figure figure, List<Explanation> because) {

    /** Where reasons end. */
    public sealed interface Ground {
        /** A fact, by what makes it unique, and when it happened. */
        record OfFact(String source, String id, Instant time) implements Ground {}

        /** A rule of the rulebook. */
        record OfRule(String rule, String article) implements Ground {}
    }

    /** A number, rounded HALF_UP to its places, and how it comes of the figures right below. */
    public record Figure(BigDecimal value, Operation by) {
        /** How. */
        public enum Operation {
            /** As a fact, a rule or the policy says. */
            GIVEN,
            /** Of none it is 0. */
            SUM,
            PRODUCT,
            GREATEST,
            /** The first less the second. */
            DIFFERENCE,
            /** The first over the second. */
            QUOTIENT,
            /** The lognormal's quantile of a mean and a variance, as rule 58 takes it. */
            P10,
            P50,
            P90,
            /** The greatest whole number at or below. */
            FLOOR
        }
    }

    Explanation on(Ground other) {
        return new Explanation(says, other, figure, because);
    }

    Explanation figure(BigDecimal value, Figure.Operation by) {
        return new Explanation(says, ground, new Figure(value, by), because);
    }

    /** As indented lines, two spaces to the level, each ended by a line feed. */
    public String text(Language language) {
        StringBuilder out = new StringBuilder();
        print(out, language, 0);
        return out.toString();
    }

    static Explanation of(String en, String zh, @Nullable Explanation... because) {
        return new Explanation(
                new Wording(en, zh),
                null,
                null,
                Arrays.stream(because).filter(Objects::nonNull).toList());
    }

    static Explanation of(String en, String zh, List<Explanation> because) {
        return new Explanation(new Wording(en, zh), null, null, because);
    }

    private void print(StringBuilder out, Language language, int depth) {
        out.repeat("  ", depth).append(says.in(language)).append('\n');
        because.forEach(each -> each.print(out, language, depth + 1));
    }
}
