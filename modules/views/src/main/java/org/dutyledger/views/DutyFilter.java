package org.dutyledger.views;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Which duties; null or empty: not limited.
 *
 * @param dueBefore duties whose deadline is earlier; one without a deadline never is
 */
public record DutyFilter(
        @Nullable ModelId model,
        @Nullable String rulebook,
        @Nullable String rule,
        @Nullable String about,
        @Nullable String kind,
        Set<Duty.Status> status,
        @Nullable Instant dueBefore) {

    /** Parts of a condition in SQL, each with its parameter. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "model", model == null ? null : model.toString());
        put(conditions, "rulebook", rulebook);
        put(conditions, "rule", rule);
        put(conditions, "about", about);
        put(conditions, "kind", kind);
        return conditions;
    }

    String sql() {
        StringJoiner where = new StringJoiner(" AND ", " AND ", "").setEmptyValue("");
        conditions().keySet().forEach(column -> where.add(column + " = :" + column));
        if (!status.isEmpty()) {
            where.add("status IN (:status)");
        }
        if (dueBefore != null) {
            where.add("due < :dueBefore");
        }
        return where.toString();
    }

    /** Those a duty can be in. */
    Set<Duty.Status> statuses() {
        return status.isEmpty() ? EnumSet.allOf(Duty.Status.class) : status;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = conditions();
        if (!status.isEmpty()) {
            parameters.put("status", status.stream().map(Enum::name).toList());
        }
        if (dueBefore != null) {
            parameters.put("dueBefore", SqlTime.of(dueBefore));
        }
        return parameters;
    }

    private static void put(Map<String, Object> conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.put(column, value);
        }
    }
}
