package org.dutyledger.alerting.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gives cause to an alert beside duties.
 *
 * @param exposure limits of the likely realised exposure; null: none
 * @param growth limits of its growth; null: none
 * @param feedSilent how long a model may be silent; null: for ever
 */
public record Watch(
        @Nullable List<Amount> exposure,
        @Nullable List<Growth> growth,
        @Nullable Duration feedSilent) {

    /** A limit for models, in one currency. */
    public record Amount(List<String> models, String currency, BigDecimal likely) {
        boolean isFor(String model, String inCurrency) {
            return currency.equals(inCurrency)
                    && models.stream().anyMatch(each -> Match.glob(each, model));
        }
    }

    /** A limit of growth within a time. */
    public record Growth(List<String> models, String currency, BigDecimal by, Duration within) {
        boolean isFor(String model, String inCurrency) {
            return currency.equals(inCurrency)
                    && models.stream().anyMatch(each -> Match.glob(each, model));
        }
    }

    /** The limit for a model, the first that fits; null: none. */
    public @Nullable Amount amount(String model, String currency) {
        return exposure == null
                ? null
                : exposure.stream()
                        .filter(each -> each.isFor(model, currency))
                        .findFirst()
                        .orElse(null);
    }

    /** The limit of growth for a model, the first that fits; null: none. */
    public @Nullable Growth growth(String model, String currency) {
        return growth == null
                ? null
                : growth.stream()
                        .filter(each -> each.isFor(model, currency))
                        .findFirst()
                        .orElse(null);
    }
}
