package org.dutyledger.alerting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts; null: any.
 *
 * @param states as {@link org.dutyledger.alerting.alert.Alert.State} has them
 * @param kind as it is written outside
 */
public record AlertFilter(
        @Nullable List<String> states,
        @Nullable String kind,
        @Nullable String severity,
        @Nullable String model) {}
