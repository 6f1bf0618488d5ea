package org.dutyledger.contract.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tree of a refused event, with what no schema sees: names given twice (the first stands), and
 * numbers that no double stands for (null stands for them, and {@code numbers} says where).
 */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser p;
    private final List<Reason> reasons = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private Tree(JsonParser p) {
        this.p = p;
    }

    record Grown(JsonNode root, List<Reason> reasons, Set<String> numbers) {}

    /** Throws a {@link tools.jackson.core.JacksonException} if the bytes are not one JSON text. */
    static Grown of(byte[] bytes) throws Refusal {
        try (JsonParser p = Json.parser(bytes, 0, bytes.length)) {
            Tree tree = new Tree(p);
            if (p.nextToken() == null) {
                throw Refusal.at(p, Reason.JSON, "nothing", "well-formed JSON (RFC 8259)");
            }
            JsonNode root = tree.value();
            if (p.nextToken() != null) {
                throw Refusal.at(p, Reason.JSON, "more after the object", "one object");
            }
            return new Grown(root, tree.reasons, tree.numbers);
        }
    }

    private JsonNode value() {
        return switch (p.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(p.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        for (String name; (name = p.nextName()) != null; ) {
            p.nextToken();
            if (object.has(name)) {
                reasons.add(Json.twice(p, name).reason());
                value();
            } else {
                object.set(name, value());
            }
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode number() {
        try {
            Json.number(p);
        } catch (Refusal e) {
            reasons.add(e.reason());
            numbers.add(e.reason().pointer());
            return NODES.nullNode();
        }
        BigDecimal number = p.getDecimalValue();
        return number.signum() == 0 ? NODES.numberNode(0) : NODES.numberNode(number);
    }
}
