package org.dutyledger.liability.law;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a schema does not allow, as a sentence: what was found, what is allowed, what was meant. */
final class SchemaSentence {

    private static final int LONGEST = 60;

    private final JsonNode schema;

    SchemaSentence(JsonNode schema) {
        this.schema = schema;
    }

    /** Null: it only follows from another problem. */
    @Nullable Problem problem(Error error) {
        String path = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknown(path, error);
            case "required" -> new Problem(pathOf(path), lacks(error));
            default -> new Problem(pathOf(path), sentence(error));
        };
    }

    private static String pathOf(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private String sentence(Error error) {
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "enum" -> {
                List<String> words = words(error.getSchemaNode());
                yield "expected %s, found %s%s"
                        .formatted(oneOf(words), found(found), Nearest.to(text(found), words));
            }
            case "type" ->
                    "expected %s, found %s%s"
                            .formatted(
                                    type(error.getSchemaNode().asString("")),
                                    found(found),
                                    error.getSchemaNode().asString("").equals("string")
                                                    && found.isValueNode()
                                            ? "; quote it"
                                            : "");
            case "pattern" -> "expected %s, found %s".formatted(described(error), found(found));
            case "format" -> "expected a day that exists (2026-11-24), found " + found(found);
            default -> error.getMessage() + ", found " + found(found);
        };
    }

    /** A key that is not among those that may stand here. */
    private @Nullable Problem unknown(String path, Error error) {
        String key = error.getProperty();
        Set<String> allowed = new TreeSet<>();
        properties(around(error), error.getInstanceNode(), allowed);
        if (allowed.contains(key)) {
            return null;
        }
        return new Problem(
                path + "/" + key,
                "%s is not known here, expected %s%s"
                        .formatted(key, oneOf(List.copyOf(allowed)), Nearest.to(key, allowed)));
    }

    /** With those of the branch of {@code allOf} that the instance chose. */
    private void properties(JsonNode at, JsonNode instance, Set<String> names) {
        at.path("properties").propertyNames().forEach(names::add);
        for (JsonNode branch : at.path("allOf")) {
            boolean chosen = true;
            for (var asked : branch.at("/if/properties").properties()) {
                JsonNode wanted = asked.getValue().path("const");
                chosen &= wanted.equals(instance.path(asked.getKey()));
            }
            if (chosen) {
                properties(branch.path("then"), instance, names);
            }
        }
    }

    private String lacks(Error error) {
        String key = error.getProperty();
        String description = around(error).at("/properties/" + key + "/description").asString("");
        return "lacks " + key + (description.isEmpty() ? "" : " (" + description + ")");
    }

    private String described(Error error) {
        JsonNode around = around(error);
        String description = around.path("description").asString("");
        String examples =
                around.path("examples").values().stream()
                        .map(SchemaSentence::text)
                        .collect(Collectors.joining(", "));
        return (description.isEmpty()
                        ? "the form " + text(error.getSchemaNode())
                        : quoted(description))
                + (examples.isEmpty() ? "" : " such as " + examples);
    }

    private static String quoted(String description) {
        return "“" + description + "”";
    }

    /** The schema in which the keyword stands. */
    private JsonNode around(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        int last = pointer.lastIndexOf('/');
        return last < 0 ? schema : schema.at(pointer.substring(0, last));
    }

    private static List<String> words(JsonNode list) {
        return list.values().stream().map(SchemaSentence::text).toList();
    }

    private static String oneOf(List<String> words) {
        return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
    }

    private static String type(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String found(JsonNode node) {
        if (node.isNull()) {
            return "nothing";
        }
        String text = node.isContainer() ? node.toString() : text(node);
        String kind =
                node.isObject()
                        ? "the mapping "
                        : node.isArray() ? "the list " : node.isNumber() ? "the number " : "";
        return kind + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
