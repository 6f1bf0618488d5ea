package org.dutyledger.liability.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What changed from one rulebook to another, each as a whole with what it builds on. */
public final class RulebookDiff {

    private static final List<String> NOT_COMPARED = List.of("rulebook", "damages");

    private static final List<String> BY_KEY = List.of("sources", "states");

    private final List<Change> changes = new ArrayList<>();

    private RulebookDiff() {}

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One change.
     *
     * @param part where it stands, such as {@code duties} or {@code damages/heads}; empty: the top
     * @param rule id of the rule, null: a value of the rulebook itself
     * @param term the key that changed, null: the whole rule
     * @param from value before, null: none
     * @param to value after, null: none
     * @param says the same as a sentence
     */
    public record Change(
            Kind kind,
            String part,
            @Nullable String rule,
            @Nullable String term,
            @Nullable JsonNode from,
            @Nullable JsonNode to,
            Wording says) {}

    /**
     * From one to the other, part by part, in the order of the rows.
     *
     * @throws InvalidLawException if one cannot be used
     */
    public static List<Change> between(String yaml, String otherYaml) {
        RulebookDiff diff = new RulebookDiff();
        JsonNode from = RulebookReader.whole(yaml);
        JsonNode to = RulebookReader.whole(otherYaml);
        diff.values(from, to, "");
        diff.values(from.path("damages"), to.path("damages"), "damages");
        for (String part : RulebookRows.CITED) {
            diff.rows(part.substring(1), from.at(part), to.at(part));
        }
        diff.rows("damages/defects", from.at("/damages/defects"), to.at("/damages/defects"));
        return diff.changes;
    }

    private void values(JsonNode from, JsonNode to, String part) {
        for (String key : keys(from, to)) {
            boolean rows = from.path(key).path(0).has("rule") || to.path(key).path(0).has("rule");
            if (BY_KEY.contains(key)) {
                JsonNode before = from.path(key);
                JsonNode after = to.path(key);
                keys(before, after)
                        .forEach(each ->
                                term(
                                        key,
                                        null,
                                        key + "/" + each,
                                        before.get(each),
                                        after.get(each)));
            } else if (!rows && !NOT_COMPARED.contains(key)) {
                term(part, null, key, from.get(key), to.get(key));
            }
        }
    }

    private void rows(String part, JsonNode from, JsonNode to) {
        Map<String, JsonNode> before = byRule(from);
        Map<String, JsonNode> after = byRule(to);
        before.forEach((key, row) -> {
            JsonNode other = after.get(key);
            if (other == null) {
                whole(Kind.REMOVED, part, row);
            } else {
                for (String term : keys(row, other)) {
                    term(part, rule(row), term, row.get(term), other.get(term));
                }
            }
        });
        after.forEach((key, row) -> {
            if (!before.containsKey(key)) {
                whole(Kind.ADDED, part, row);
            }
        });
    }

    /** A rule that stands once is itself whatever its days; of several each has its first day. */
    private static Map<String, JsonNode> byRule(JsonNode rows) {
        Map<String, JsonNode> byRule = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String key = rule(row);
            byRule.put(
                    byRule.containsKey(key)
                            ? key + " " + row.path("applies_from").asString("")
                            : key,
                    row);
        }
        return byRule;
    }

    private void whole(Kind kind, String part, JsonNode row) {
        boolean added = kind == Kind.ADDED;
        changes.add(
                new Change(
                        kind,
                        part,
                        rule(row),
                        null,
                        added ? null : row,
                        added ? row : null,
                        DiffWords.row(kind, part, row)));
    }

    private void term(
            String part,
            @Nullable String rule,
            String term,
            @Nullable JsonNode from,
            @Nullable JsonNode to) {
        if (from == null ? to != null : !from.equals(to)) {
            Kind kind = from == null ? Kind.ADDED : to == null ? Kind.REMOVED : Kind.CHANGED;
            Wording says = DiffWords.term(rule, term, from, to);
            changes.add(new Change(kind, part, rule, term, from, to, says));
        }
    }

    private static String rule(JsonNode row) {
        return row.get("rule").stringValue();
    }

    private static Set<String> keys(JsonNode from, JsonNode to) {
        Set<String> keys = new LinkedHashSet<>(from.propertyNames());
        keys.addAll(to.propertyNames());
        return keys;
    }
}
