package org.dutyledger.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Lengths of time as answers print them (semantics rule 59). */
final class Hours {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private Hours() {}

    /** To one decimal, half up, without a zero behind the point: as RFC 8785 writes it. */
    static BigDecimal between(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        BigDecimal hours =
                BigDecimal.valueOf(length.getSeconds())
                        .add(BigDecimal.valueOf(length.getNano(), 9))
                        .divide(HOUR, 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}
