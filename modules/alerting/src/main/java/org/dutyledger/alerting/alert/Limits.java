package org.dutyledger.alerting.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which amounts give cause to an alert. */
public final class Limits {

    /** The rule that an alert about an amount names. */
    public static final String AMOUNT = "exposure";

    /** The rule that an alert about its growth names. */
    public static final String GROWTH = "exposure-growth";

    private Limits() {}

    /**
     * An amount against a limit.
     *
     * @return null: it is not above it
     */
    public static @Nullable Condition amount(
            BigDecimal likely, BigDecimal limit, String currency, Instant at) {
        return likely.compareTo(limit) <= 0
                ? null
                : condition(
                        Kind.EXPOSURE_LIMIT,
                        at,
                        List.of(money(currency, likely), money(currency, limit)),
                        null);
    }

    /**
     * Its growth in a time against a limit.
     *
     * @param lowest in that time
     * @return null: it did not grow by more
     */
    public static @Nullable Condition growth(
            BigDecimal likely,
            BigDecimal lowest,
            BigDecimal limit,
            String currency,
            Duration within,
            Instant at) {
        BigDecimal growth = likely.subtract(lowest);
        return growth.compareTo(limit) <= 0
                ? null
                : condition(
                        Kind.EXPOSURE_GROWTH,
                        at,
                        List.of(money(currency, growth), money(currency, limit), within.toString()),
                        at.plus(within));
    }

    /** No fact came for a time. */
    public static Condition silent(Instant last, Duration longest) {
        return condition(Kind.FEED_SILENT, last, List.of(longest.toString()), null);
    }

    private static String money(String currency, BigDecimal amount) {
        return currency + " " + amount.toPlainString();
    }

    private static Condition condition(
            Kind kind, Instant since, List<String> figures, @Nullable Instant ends) {
        return new Condition(kind, null, null, null, null, since, null, List.of(), figures, ends);
    }
}
