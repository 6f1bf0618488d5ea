package org.dutyledger.contract.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An object: its known fields, which of them must be there, what holds between them, and what they
 * make. Unknown fields are passed over.
 *
 * @param <T> what it makes
 */
final class Shape<T> implements Kind<T> {

    /** A known field. A {@code kind} that reads {@link Kinds#IGNORED} is checked and not kept. */
    record Field(int slot, String name, Kind<?> kind, boolean required) {}

    /** That one field's value is below (or equal to) another's. */
    record Order(String lesser, String greater, boolean orEqual) {
        boolean holds(Comparable<Object> a, Object b) {
            int c = a.compareTo(b);
            return orEqual ? c <= 0 : c < 0;
        }

        String expected() {
            return lesser + (orEqual ? " at most " : " before ") + greater;
        }
    }

    private final Map<String, Field> fields = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Predicate<Values>> others = new ArrayList<>();
    private final Function<Values, T> make;
    private long required;

    Shape(Function<Values, T> make) {
        this.make = make;
    }

    Shape<T> needs(String name, Kind<?> kind) {
        required |= 1L << fields.size();
        return with(name, kind, true);
    }

    Shape<T> takes(String name, Kind<?> kind) {
        return with(name, kind, false);
    }

    Shape<T> ordered(String lesser, String greater, boolean orEqual) {
        orders.add(new Order(lesser, greater, orEqual));
        return this;
    }

    /** A rule between fields that the JSON Schema words itself. */
    Shape<T> holding(Predicate<Values> other) {
        others.add(other);
        return this;
    }

    List<Order> orders() {
        return orders;
    }

    Map<String, Field> fields() {
        return fields;
    }

    @Override
    public T read(JsonParser p) throws Refusal {
        if (p.currentToken() != JsonToken.START_OBJECT) {
            throw Kinds.unexpected(p, "an object");
        }
        Values values = new Values(fields.size());
        long seen = 0;
        Json.@Nullable Others unknown = null;
        for (String name; (name = p.nextName()) != null; ) {
            Field field = fields.get(name);
            if (field == null) {
                unknown = unknown == null ? new Json.Others() : unknown;
                unknown.pass(p, name);
                continue;
            }
            long bit = 1L << field.slot;
            if ((seen & bit) != 0) {
                throw Json.twice(p, name);
            }
            seen |= bit;
            p.nextToken();
            values.set(field.slot, field.kind.read(p));
        }
        check(p, values, seen);
        return make.apply(values);
    }

    private Shape<T> with(String name, Kind<?> kind, boolean needed) {
        fields.put(name, new Field(fields.size(), name, kind, needed));
        return this;
    }

    private void check(JsonParser p, Values values, long seen) throws Refusal {
        if ((seen & required) != required) {
            throw Refusal.at(p, "required", "fields missing", "all required fields");
        }
        for (Order order : orders) {
            Comparable<Object> lesser = values.maybe(slot(order.lesser));
            Object greater = values.maybe(slot(order.greater));
            if (lesser != null && greater != null && !order.holds(lesser, greater)) {
                throw Refusal.at(p, Reason.ORDER, lesser + ", " + greater, order.expected());
            }
        }
        for (Predicate<Values> other : others) {
            if (!other.test(values)) {
                throw Refusal.at(p, "required", "fields that do not go together", "as the schema");
            }
        }
    }

    private int slot(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("no field " + name);
        }
        return field.slot;
    }
}
