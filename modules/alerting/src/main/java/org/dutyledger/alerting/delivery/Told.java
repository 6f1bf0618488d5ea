package org.dutyledger.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.Condition;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is told, outside and over REST.
 *
 * @param id the same for ever: what receivers tell repetitions and changes by
 * @param revision grows with everything that happens to it: of two, the higher one stands
 * @param costPerDay by which one more day of delay raises the expected harm; null: not priced
 * @param link to the duty, with its reasons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Told(
        String id,
        int revision,
        String state,
        String kind,
        @Nullable String severity,
        String model,
        String rulebook,
        String rule,
        String about,
        @Nullable String title,
        @Nullable String duty,
        @Nullable String status,
        Instant since,
        @Nullable Instant due,
        Instant fired,
        @Nullable Instant resolved,
        @Nullable String owner,
        int level,
        List<String> needs,
        @Nullable Cost costPerDay,
        Text en,
        Text zh,
        String link) {

    /** An amount of the expected harm. */
    public record Cost(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}

    /** What is so, and what to do next, in one language. */
    public record Text(String what, String next) {}

    /** As it stands. */
    public static Told of(Alert alert, @Nullable Cost cost, String link) {
        Condition condition = alert.condition();
        return new Told(
                alert.key().id(),
                alert.revision(),
                alert.state().name().toLowerCase(Locale.ROOT),
                condition.kind().wireName(),
                condition.severity() == null ? null : condition.severity().name(),
                alert.key().model(),
                alert.key().rulebook(),
                alert.key().rule(),
                alert.key().about(),
                condition.title(),
                condition.dutyKind(),
                condition.status() == null ? null : condition.status().name(),
                condition.since(),
                condition.due(),
                alert.fired(),
                alert.resolved(),
                alert.owner(),
                alert.level(),
                condition.needs(),
                cost,
                Wording.ENGLISH.of(alert),
                Wording.CHINESE.of(alert),
                link);
    }

    /** Whether it is over. */
    boolean isResolved() {
        return resolved != null;
    }
}
