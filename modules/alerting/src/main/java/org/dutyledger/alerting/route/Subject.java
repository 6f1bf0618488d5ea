package org.dutyledger.alerting.route;

import java.util.Set;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a route looks at.
 *
 * @param severity null: unrated
 * @param parties who is declared to have to do with the model
 */
public record Subject(
        String alert,
        String model,
        Kind kind,
        @Nullable Severity severity,
        String rulebook,
        String rule,
        String about,
        Set<String> parties) {

    /** Of an alert. */
    public static Subject of(Alert alert, Set<String> parties) {
        return new Subject(
                alert.key().id(),
                alert.key().model(),
                alert.condition().kind(),
                alert.condition().severity(),
                alert.key().rulebook(),
                alert.key().rule(),
                alert.key().about(),
                parties);
    }
}
