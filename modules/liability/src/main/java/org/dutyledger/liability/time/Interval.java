package org.dutyledger.liability.time;

import java.math.BigInteger;
import java.time.Duration;
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

    /**
     * Its length in nanoseconds.
     *
     * @throws IllegalStateException if it is open
     */
    public BigInteger nanos() {
        if (to == null) {
            throw new IllegalStateException("open since " + from);
        }
        Duration length = Duration.between(from, to);
        return BigInteger.valueOf(length.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(length.getNano()));
    }
}
