package org.dutyledger.contract.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.FactData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds every reason why a fact is refused, and what can still be read of it. */
final class Refusals {

    private Refusals() {}

    /**
     * @param first why the fast pass refused; it stands where nothing more can be said
     */
    static Reading.Refused of(byte[] bytes, boolean recorded, Reason first) {
        boolean readable =
                !first.rule().equals(Reason.TOO_LARGE) && !first.rule().equals(Reason.UTF_8);
        List<Reason> all = readable ? all(bytes, recorded) : List.of();
        Glimpse glimpse = Glimpse.of(bytes);
        return new Reading.Refused(
                bytes,
                all.isEmpty() ? List.of(first) : all,
                glimpse.source(),
                glimpse.id(),
                glimpse.type(),
                glimpse.subject());
    }

    private static List<Reason> all(byte[] bytes, boolean recorded) {
        try {
            return all(Tree.of(bytes), recorded);
        } catch (JacksonException e) {
            return List.of(Unreadable.reason(e));
        } catch (Refusal e) {
            return List.of(e.reason());
        }
    }

    /** Every reason that the published schemas and the rules beside them give; none: a fact. */
    static List<Reason> all(Tree.Grown tree, boolean recorded) {
        if (!recorded && tree.root() instanceof ObjectNode event) {
            event.remove("recordedtime");
        }
        List<Reason> reasons = new ArrayList<>(tree.reasons());
        List<Reason> more = new ArrayList<>(SchemaCheck.reasons("fact.json", tree.root(), ""));
        JsonNode type = tree.root().path("type");
        JsonNode data = tree.root().path("data");
        Shape<? extends FactData> shape =
                type.isString() ? FactShapes.of(type.stringValue()) : null;
        if (shape != null && data.isObject()) {
            more.addAll(SchemaCheck.reasons(type.stringValue() + ".json", data, "/data"));
            orders(shape, data, "/data", more);
        }
        partitionKey(tree.root(), more);
        dataSchema(tree.root(), more);
        more.stream().filter(r -> !tree.numbers().contains(r.pointer())).forEach(reasons::add);
        return distinct(reasons);
    }

    /** One reason for each place and expectation: a pattern and a format may ask the same. */
    private static List<Reason> distinct(List<Reason> reasons) {
        Map<List<String>, Reason> distinct = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            distinct.putIfAbsent(List.of(reason.pointer(), reason.expected()), reason);
        }
        return List.copyOf(distinct.values());
    }

    private static void partitionKey(JsonNode event, List<Reason> reasons) {
        JsonNode key = event.path("partitionkey");
        JsonNode source = event.path("source");
        JsonNode subject = event.path("subject");
        if (!key.isString() || !source.isString() || !subject.isString()) {
            return;
        }
        int end = Text.providerEnd(source.stringValue());
        if (end < 0) {
            return;
        }
        String expected = Text.provider(source.stringValue(), end) + "/" + subject.stringValue();
        if (!key.stringValue().equals(expected)) {
            reasons.add(reason("/partitionkey", Reason.PARTITION_KEY, key, expected));
        }
    }

    private static void dataSchema(JsonNode event, List<Reason> reasons) {
        JsonNode schema = event.path("dataschema");
        JsonNode type = event.path("type");
        if (!schema.isString() || !type.isString() || FactShapes.of(type.stringValue()) == null) {
            return;
        }
        if (!Text.isSchemaOf(schema.stringValue(), type.stringValue())) {
            String expected = "/schemas/" + type.stringValue() + ".json, on any host";
            reasons.add(reason("/dataschema", Reason.DATA_SCHEMA, schema, expected));
        }
    }

    private static void orders(Shape<?> shape, JsonNode node, String at, List<Reason> reasons) {
        for (Shape.Order order : shape.orders()) {
            Comparable<Object> lesser = comparable(node.path(order.lesser()));
            Object greater = comparable(node.path(order.greater()));
            if (lesser == null || greater == null || lesser.getClass() != greater.getClass()) {
                continue;
            }
            if (!order.holds(lesser, greater)) {
                JsonNode wrong = node.path(order.lesser());
                String pointer = at + "/" + order.lesser();
                reasons.add(reason(pointer, Reason.ORDER, wrong, order.expected()));
            }
        }
        shape.fields()
                .forEach((name, field) -> {
                    if (field.kind() instanceof Shape<?> inner) {
                        orders(inner, node.path(name), at + "/" + name, reasons);
                    }
                });
    }

    /** An instant, or a number also where it is written as a string. */
    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> comparable(JsonNode node) {
        Object value = null;
        if (node.isNumber()) {
            value = node.decimalValue();
        } else if (node.isString()) {
            String text = node.stringValue();
            value = Kinds.isAmount(text) ? new BigDecimal(text) : Instants.read(text);
        }
        return (Comparable<Object>) value;
    }

    private static Reason reason(String pointer, String rule, JsonNode found, String expected) {
        return new Reason(pointer, rule, Found.shorten(found.asString()), expected);
    }
}
