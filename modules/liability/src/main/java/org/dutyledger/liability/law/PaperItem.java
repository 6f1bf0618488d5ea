package org.dutyledger.liability.law;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An item of the paper's checklist ({@code paper.yaml}): what a system that implements the paper
 * must represent.
 *
 * @param id such as {@code S27}; {@code T1} to {@code T5} are tensions within the paper
 * @param part heading under which it stands
 * @param section of the paper
 * @param says what the paper says, in short
 * @param homes what represents it besides the rules, which name it themselves
 * @param notYet what would represent it and does not exist
 */
public record PaperItem(
        String id, String part, String section, String says, List<Home> homes, List<Home> notYet) {

    /** All of them, in the order of the paper. */
    public static List<PaperItem> all() {
        return new Fields(Yaml.read(Resources.text("/paper.yaml")))
                .list("parts").stream()
                        .flatMap(part ->
                                part.list("items").stream()
                                        .map(item -> item(part.text("title"), item)))
                        .toList();
    }

    private static PaperItem item(String part, Fields item) {
        return new PaperItem(
                item.text("id"),
                part,
                item.text("section"),
                item.text("says"),
                item.list("homes").stream().map(Home::of).toList(),
                item.list("not_yet").stream().map(Home::of).toList());
    }

    /**
     * What represents an item.
     *
     * @param name a type of fact, a path in an answer or policy, a command, a REST operation, an id
     * @param field path of the field of a fact, null: the whole fact
     * @param value value of that field, null: any
     */
    public record Home(Kind kind, String name, @Nullable String field, @Nullable String value) {

        private static Home of(Fields row) {
            for (Kind kind : Kind.values()) {
                String key = kind.name().toLowerCase(Locale.ROOT);
                if (row.has(key)) {
                    return new Home(
                            kind, row.text(key), row.textOrNull("field"), row.textOrNull("value"));
                }
            }
            throw new IllegalArgumentException("no kind of home: " + row);
        }

        /** The kinds. */
        public enum Kind {
            FACT,
            ANSWER,
            POLICY,
            COMMAND,
            REST,
            RULEBOOK
        }
    }
}
