package org.dutyledger.alerting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a receiver.
 *
 * @param key what the receiver tells repetitions by
 * @param state {@code sending}, {@code waiting}, {@code sent} or {@code dead}
 * @param due of a waiting one the next attempt
 * @param error of the last attempt
 * @param alerts how many it tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageEntry(
        long id,
        String key,
        String receiver,
        String state,
        int attempts,
        @Nullable Instant due,
        Instant created,
        @Nullable Instant ended,
        @Nullable String error,
        int alerts) {}
