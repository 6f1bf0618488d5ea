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

    /** Null (no instant) is {@code infinity}, which sorts last. */
    static OffsetDateTime orInfinity(@Nullable Instant instant) {
        return instant == null ? OffsetDateTime.MAX : of(instant);
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
