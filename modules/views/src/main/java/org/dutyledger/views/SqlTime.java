package org.dutyledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as PostgreSQL keeps them: to the microsecond, never rounded up. */
final class SqlTime {

    private SqlTime() {}

    /** As PostgreSQL reads it; null (no instant) is {@code infinity}, which sorts last. */
    static String text(@Nullable Instant instant) {
        if (instant == null) {
            return "infinity";
        }
        String text = instant.truncatedTo(ChronoUnit.MICROS).toString();
        if (text.startsWith("0000")) {
            return "0001" + text.substring(4) + " BC";
        }
        return text.startsWith("+") ? text.substring(1) : text;
    }

    static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant require(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
