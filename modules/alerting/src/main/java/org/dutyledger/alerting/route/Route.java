package org.dutyledger.alerting.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route.
 *
 * @param match null: every alert
 * @param hours null: always
 * @param to names of receivers
 * @param goesOn whether the routes behind it are looked at too
 * @param escalate whom to tell as well while nobody answers, in order
 */
public record Route(
        String name,
        @Nullable Match match,
        @Nullable Hours hours,
        List<String> to,
        @JsonProperty("continue") boolean goesOn,
        @Nullable List<Level> escalate) {

    /** One level of escalation, so long after the alert fired. */
    public record Level(Duration after, List<String> to) {}
}
