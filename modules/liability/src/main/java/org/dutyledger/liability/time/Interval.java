package org.dutyledger.liability.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of time {@code [from, to)}.
 *
 * @param to null: open, without an end so far
 */
public record Interval(Instant from, @Nullable Instant to) {

    /** Whether {@code t} lies in it. */
    public boolean contains(Instant t) {
        return !t.isBefore(from) && (to == null || t.isBefore(to));
    }
}
