package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param asOf when it was read
 * @param sequence everything recorded up to it is in this answer
 * @param next cursor of the rest, null: this is the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(Instant asOf, long sequence, List<T> items, @Nullable String next) {

    /** Of {@code limit + 1} rows read shows {@code limit}; the one more tells of a rest. */
    static <T> Page<T> of(
            Standpoint at, List<T> rows, int limit, String list, Function<T, List<String>> key) {
        if (rows.size() <= limit) {
            return new Page<>(at.asOf(), at.sequence(), rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        String next = new Cursor(list, key.apply(items.getLast())).text();
        return new Page<>(at.asOf(), at.sequence(), items, next);
    }

    <U> Page<U> map(Function<T, U> change) {
        return new Page<>(asOf, sequence, items.stream().map(change).toList(), next);
    }
}
