package org.dutyledger.liability.duty;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.dutyledger.contract.Duty;
import org.dutyledger.liability.law.DutyRule;
import org.jspecify.annotations.Nullable;

/** When people are told that a deadline comes. */
public final class DueSoon {

    private static final String MONITOR = DutyRule.Kind.MONITOR.word();

    private DueSoon() {}

    /**
     * When the deadline of a duty comes soon.
     *
     * @param share of its period that is gone by then (policy, {@code due_soon})
     * @return null: none is ahead
     */
    public static @Nullable Instant of(Duty duty, BigDecimal share) {
        Instant due = duty.due();
        Instant from =
                switch (duty.status()) {
                    case PENDING -> duty.arose();
                    case SATISFIED -> duty.kind().equals(MONITOR) ? duty.satisfied() : null;
                    case NOT_APPLICABLE, NOT_YET, BREACH, POLICY_BREACH, NEEDS_FINDING, EXPIRED ->
                            null;
                };
        if (due == null || from == null || !from.isBefore(due)) {
            return null;
        }
        Duration period = Duration.between(from, due);
        BigDecimal seconds =
                BigDecimal.valueOf(period.getSeconds())
                        .add(BigDecimal.valueOf(period.getNano(), 9))
                        .multiply(share);
        long whole = seconds.longValue();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return from.plusSeconds(whole).plusNanos(nanos);
    }
}
