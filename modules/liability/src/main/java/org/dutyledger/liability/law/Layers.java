package org.dutyledger.liability.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rulebook that builds on another: later rows replace earlier ones by rule id, new ones are
 * added, {@code removes} drops, other values replace. The result stands alone.
 */
final class Layers {

    static final String BUILDS_ON = "builds_on";
    static final String REMOVES = "removes";

    private Layers() {}

    static JsonNode stack(JsonNode base, JsonNode layer) {
        Set<String> removed = new TreeSet<>();
        layer.path(REMOVES).forEach(each -> removed.add(each.stringValue()));
        ObjectNode whole = merge((ObjectNode) without(base, removed), (ObjectNode) layer, true);
        whole.remove(List.of(BUILDS_ON, REMOVES));
        return whole;
    }

    /** At the top, objects (sources, damages) are merged by key; further down they replace. */
    private static ObjectNode merge(ObjectNode base, ObjectNode layer, boolean top) {
        ObjectNode whole = base.deepCopy();
        for (Map.Entry<String, JsonNode> each : layer.properties()) {
            JsonNode below = base.path(each.getKey());
            JsonNode above = each.getValue();
            if (below instanceof ArrayNode rows
                    && above instanceof ArrayNode newRows
                    && haveRules(newRows)) {
                whole.set(each.getKey(), merge(rows, newRows));
            } else if (top && below instanceof ObjectNode part && above.isObject()) {
                whole.set(each.getKey(), merge(part, (ObjectNode) above, false));
            } else {
                whole.set(each.getKey(), above);
            }
        }
        return whole;
    }

    private static ArrayNode merge(ArrayNode base, ArrayNode layer) {
        List<JsonNode> rows = new ArrayList<>();
        base.forEach(rows::add);
        for (JsonNode row : layer) {
            int place = place(rows, row);
            if (place < 0) {
                rows.add(row);
            } else {
                rows.set(place, row);
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(rows);
    }

    private static boolean haveRules(ArrayNode rows) {
        for (JsonNode row : rows) {
            if (!row.has("rule")) {
                return false;
            }
        }
        return true;
    }

    /** Rows of the same rule id replace each other; a period of dates makes them different rows. */
    private static int place(List<JsonNode> rows, JsonNode row) {
        for (int i = 0; i < rows.size(); i++) {
            JsonNode other = rows.get(i);
            if (row.has("rule")
                    && row.get("rule").equals(other.path("rule"))
                    && row.path("applies_from").equals(other.path("applies_from"))) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode without(JsonNode value, Set<String> removed) {
        if (value instanceof ObjectNode part) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            part.properties().forEach(e -> kept.set(e.getKey(), without(e.getValue(), removed)));
            return kept;
        }
        if (value instanceof ArrayNode rows) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (JsonNode row : rows) {
                if (!removed.contains(row.path("rule").asString(""))) {
                    kept.add(row);
                }
            }
            return kept;
        }
        return value;
    }
}
