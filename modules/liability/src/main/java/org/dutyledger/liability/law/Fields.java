package org.dutyledger.liability.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading of a part of a document that its schema has found valid. */
record Fields(JsonNode node) {

    boolean has(String key) {
        return node.has(key);
    }

    Fields at(String key) {
        return new Fields(node.get(key));
    }

    String text(String key) {
        return node.get(key).stringValue();
    }

    @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    int number(String key) {
        return node.get(key).intValue();
    }

    boolean flag(String key) {
        return has(key) && node.get(key).booleanValue();
    }

    @Nullable LocalDate dateOrNull(String key) {
        String text = textOrNull(key);
        return text == null ? null : LocalDate.parse(text);
    }

    List<Fields> list(String key) {
        List<Fields> list = new ArrayList<>();
        if (has(key)) {
            node.get(key).forEach(each -> list.add(new Fields(each)));
        }
        return list;
    }

    List<String> texts(String key) {
        return list(key).stream().map(each -> each.node.stringValue()).toList();
    }

    @Nullable Set<String> setOrNull(String key) {
        return has(key) ? new LinkedHashSet<>(texts(key)) : null;
    }

    Map<String, Fields> map(String key) {
        Map<String, Fields> map = new LinkedHashMap<>();
        if (has(key)) {
            node.get(key).properties().forEach(e -> map.put(e.getKey(), new Fields(e.getValue())));
        }
        return map;
    }

    Wording wording(String key) {
        Fields both = at(key);
        return new Wording(both.text("en"), both.text("zh"));
    }

    /** A rule's place in the law: the keys that every row of a rulebook begins with. */
    Citation citation() {
        return new Citation(
                text("rule"),
                text("article"),
                text("source"),
                Confidence.valueOf(text("confidence")),
                dateOrNull("applies_from"),
                dateOrNull("applies_to"),
                wording("says"),
                has("interpretation_note") ? wording("interpretation_note") : null,
                texts("paper"));
    }

    /** {@code in-force} is {@code IN_FORCE}. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return word(type, text(key));
    }

    <E extends Enum<E>> Set<E> words(String key, Class<E> type) {
        Set<E> words = new LinkedHashSet<>();
        texts(key).forEach(each -> words.add(word(type, each)));
        return words;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
