package org.dutyledger.contract.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a receiver wants to be asked again (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * Reads the header {@code Retry-After}: seconds, or a date as HTTP writes it.
     *
     * @param now of the answer
     * @return null: neither
     */
    public static @Nullable Instant read(String header, Instant now) {
        try {
            return header.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(header))
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
