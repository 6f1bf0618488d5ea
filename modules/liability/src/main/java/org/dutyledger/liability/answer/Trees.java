package org.dutyledger.liability.answer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parts of JSON trees. */
final class Trees {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Trees() {}

    static void put(ObjectNode out, String name, @Nullable Instant value) {
        if (value != null) {
            out.put(name, value.toString());
        }
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode out = JSON.arrayNode();
        texts.forEach(out::add);
        return out;
    }

    static <T> ArrayNode array(List<T> elements, Comparator<T> order, Function<T, JsonNode> tree) {
        ArrayNode out = JSON.arrayNode();
        elements.stream().sorted(order).map(tree).forEach(out::add);
        return out;
    }
}
