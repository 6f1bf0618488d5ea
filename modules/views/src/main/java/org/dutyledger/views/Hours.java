package org.dutyledger.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Lengths of time as answers print them (semantics rule 59). */
final class Hours {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private Hours() {}

    /** To one decimal, half up. */
    static BigDecimal between(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigDecimal.valueOf(length.getSeconds())
                .add(BigDecimal.valueOf(length.getNano(), 9))
                .divide(HOUR, 1, RoundingMode.HALF_UP);
    }
}
