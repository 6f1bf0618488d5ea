package org.dutyledger.liability.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer lacks of an expected part of it.
 *
 * <p>Every field of the part must be in the answer and equal. Arrays of objects are matched by
 * their key fields, others are equal; an empty array must be empty; {@code null} must be absent;
 * {@code {"$none": []}} stands for an array without such elements, {@code {"$has": []}} for one
 * with them.
 */
public final class ExpectedPart {

    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "parties", List.of("party"),
                    "duties", List.of("rule", "about"),
                    "defects", List.of("type", "about", "from"),
                    "items", List.of("harm", "head"),
                    "needsFinding", List.of("question", "about"),
                    "timeBars", List.of("rule", "harm"),
                    "defences", List.of("rule", "harm"),
                    "presumptions", List.of("rule", "harm"),
                    "claims", List.of("claim"),
                    "shares", List.of("party"));
    private static final List<String> NEAR = List.of("p10", "p50", "p90");

    private final List<String> differences = new ArrayList<>();

    private ExpectedPart() {}

    /** What the answer lacks of a part; empty: nothing. */
    public static List<String> differences(JsonNode want, JsonNode got) {
        ExpectedPart part = new ExpectedPart();
        part.differ(want, got, "", "");
        return part.differences;
    }

    /** The same, and what the answer has besides (but for the rulebook's digest). */
    static List<String> whole(JsonNode want, JsonNode got) {
        ExpectedPart part = new ExpectedPart();
        part.differ(want, got, "", "");
        part.besides(want, got, "");
        return part.differences;
    }

    private void besides(JsonNode want, JsonNode got, String path) {
        if (want.isObject() && got.isObject()) {
            for (Map.Entry<String, JsonNode> field : got.properties()) {
                JsonNode wanted = want.get(field.getKey());
                String at = path + "/" + field.getKey();
                if (wanted != null) {
                    besides(wanted, field.getValue(), at);
                } else {
                    say(path.endsWith("/rulebook"), at, "not expected: " + field.getValue());
                }
            }
        } else if (want.isArray() && got.isArray()) {
            say(want.size() == got.size(), path, want.size() + " expected, got " + got.size());
            for (int i = 0; i < Math.min(want.size(), got.size()); i++) {
                besides(want.get(i), got.get(i), path + "/" + i);
            }
        }
    }

    private void differ(JsonNode want, JsonNode got, String path, String name) {
        if (want.has("$none")) {
            for (JsonNode unwanted : want.get("$none")) {
                for (JsonNode each : got) {
                    say(!differences(unwanted, each).isEmpty(), path, "not to be there: " + each);
                }
            }
        } else if (want.has("$has")) {
            List<JsonNode> there = List.copyOf(got.values());
            want.get("$has").forEach(each -> say(there.contains(each), path, "lacks " + each));
        } else if (want.isObject()) {
            object((ObjectNode) want, got, path);
        } else if (want.isArray() && want.path(0).isObject()) {
            objects(want, got, path, name);
        } else if (want.isNumber()) {
            boolean equal =
                    got.isNumber() && want.decimalValue().compareTo(got.decimalValue()) == 0;
            say(equal, path, "expected " + want + ", got " + got);
        } else if (NEAR.contains(name)) {
            say(near(want, got), path, "expected about " + want + ", got " + got);
        } else {
            say(want.equals(got), path, "expected " + want + ", got " + got);
        }
    }

    private void object(ObjectNode want, JsonNode got, String path) {
        for (Map.Entry<String, JsonNode> field : want.properties()) {
            String at = path + "/" + field.getKey();
            if (field.getValue().isNull()) {
                say(!got.has(field.getKey()), at, "must be absent, is " + got.get(field.getKey()));
            } else if (!got.has(field.getKey())) {
                say(false, at, "missing, expected " + field.getValue());
            } else {
                differ(field.getValue(), got.get(field.getKey()), at, field.getKey());
            }
        }
    }

    private void objects(JsonNode want, JsonNode got, String path, String name) {
        if (!KEYS.containsKey(name)) {
            say(want.size() == got.size(), path, want.size() + " expected, got " + got);
            for (int i = 0; i < Math.min(want.size(), got.size()); i++) {
                differ(want.get(i), got.get(i), path + "/" + i, name);
            }
            return;
        }
        for (JsonNode each : want) {
            ObjectNode key = JsonNodeFactory.instance.objectNode();
            KEYS.getOrDefault(name, List.of()).stream()
                    .filter(each::has)
                    .forEach(k -> key.set(k, each.get(k)));
            List<JsonNode> twins = alike(want, key);
            List<JsonNode> same = alike(got, key);
            say(twins.size() == same.size(), path + key, "found " + same.size() + " times");
            if (twins.size() == same.size()) {
                differ(each, same.get(twins.indexOf(each)), path + key, name);
            }
        }
    }

    private static List<JsonNode> alike(JsonNode array, ObjectNode key) {
        return array.values().stream().filter(it -> differences(key, it).isEmpty()).toList();
    }

    private static boolean near(JsonNode want, JsonNode got) {
        BigDecimal wanted = new BigDecimal(want.stringValue());
        BigDecimal allowed = wanted.abs().movePointLeft(9).add(new BigDecimal("0.01"));
        return wanted.subtract(new BigDecimal(got.stringValue())).abs().compareTo(allowed) <= 0;
    }

    private void say(boolean holds, String path, String difference) {
        if (!holds) {
            differences.add(path + ": " + difference);
        }
    }
}
