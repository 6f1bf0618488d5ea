package org.dutyledger.liability.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A statement with what it rests on, in both languages.
 *
 * @param because what it rests on, in reading order; empty: nothing further
 */
public record Explanation(Wording says, List<Explanation> because) {

    /** As indented lines, two spaces to the level, each ended by a line feed. */
    public String text(Language language) {
        StringBuilder out = new StringBuilder();
        print(out, language, 0);
        return out.toString();
    }

    static Explanation of(String en, String zh, @Nullable Explanation... because) {
        return new Explanation(
                new Wording(en, zh), Arrays.stream(because).filter(Objects::nonNull).toList());
    }

    static Explanation of(String en, String zh, List<Explanation> because) {
        return new Explanation(new Wording(en, zh), because);
    }

    private void print(StringBuilder out, Language language, int depth) {
        out.repeat("  ", depth).append(says.in(language)).append('\n');
        because.forEach(each -> each.print(out, language, depth + 1));
    }
}
