package org.dutyledger.alerting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dutyledger.alerting.alert.AlertEvent;
import org.dutyledger.alerting.alert.Held;
import org.dutyledger.alerting.delivery.Told;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what somebody said of it.
 *
 * @param acknowledged null: not, or not any more
 * @param silenced null: not, or not any more
 * @param history all that happened to it, in order; null: not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertEntry(
        Told alert,
        @Nullable Held acknowledged,
        @Nullable Held silenced,
        @Nullable List<AlertEvent> history) {}
