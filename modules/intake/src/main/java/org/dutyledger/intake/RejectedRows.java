package org.dutyledger.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a rejected fact stands in its table. */
final class RejectedRows {

    static final String INSERT =
            """
            INSERT INTO ledger.rejected_fact (verdict, reasons, source, fact, type, model, bytes, size, digest,
                door, topic, part, position, received)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    static final String COLUMNS =
            "id, verdict, state, reasons, source, fact, type, model, door, topic, part, position, received, size";

    /** No more of a fact is kept than a fact may be long. */
    private static final int KEPT_BYTES = FactReader.MAX_BYTES;

    private static final int KEPT_TEXT = 1024;
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JsonMapper json;

    RejectedRows(JsonMapper json) {
        this.json = json;
    }

    /** What to keep: an arrival, why, and under which verdict. */
    record Kept(Arrival arrival, FactVerdict verdict) {}

    void bind(PreparedStatement row, Kept kept, Instant received) throws SQLException {
        Reading reading = kept.arrival.reading();
        byte[] bytes = reading.bytes();
        row.setString(1, kept.verdict.verdict().text());
        row.setString(2, json.writeValueAsString(kept.verdict.reasons()));
        row.setString(3, storable(kept.verdict.source()));
        row.setString(4, storable(kept.verdict.id()));
        row.setString(5, storable(type(reading)));
        row.setString(6, storable(model(reading)));
        row.setBytes(7, bytes.length <= KEPT_BYTES ? bytes : Arrays.copyOf(bytes, KEPT_BYTES));
        row.setLong(8, bytes.length);
        row.setBytes(9, sha256(bytes));
        row.setString(10, kept.arrival.origin().door());
        switch (kept.arrival.origin()) {
            case Origin.Kafka(String topic, int partition, long offset) -> {
                row.setString(11, topic);
                row.setInt(12, partition);
                row.setLong(13, offset);
            }
            case Origin.Http() -> {
                row.setNull(11, Types.VARCHAR);
                row.setNull(12, Types.INTEGER);
                row.setNull(13, Types.BIGINT);
            }
        }
        row.setObject(14, OffsetDateTime.ofInstant(received, ZoneOffset.UTC));
    }

    RejectedFact read(ResultSet row, @Nullable String content) throws SQLException {
        return new RejectedFact(
                row.getLong("id"),
                FactVerdict.Outcome.of(row.getString("verdict")),
                RejectedFact.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                json.readValue(row.getString("reasons"), REASONS),
                row.getString("source"),
                row.getString("fact"),
                row.getString("type"),
                row.getString("model"),
                origin(row),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                content);
    }

    String reasons(List<Reason> reasons) {
        return json.writeValueAsString(reasons);
    }

    private static Origin origin(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        return topic == null
                ? new Origin.Http()
                : new Origin.Kafka(topic, row.getInt("part"), row.getLong("position"));
    }

    private @Nullable String type(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> json.readTree(read.bytes()).path("type").asString(null);
            case Reading.Refused refused -> refused.type();
        };
    }

    /** Only where both halves are readable: {@code /providers/{provider}…} and the subject. */
    private static @Nullable String model(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> read.fact().model().toString();
            case Reading.Refused refused -> model(refused.source(), refused.subject());
        };
    }

    private static @Nullable String model(@Nullable String source, @Nullable String subject) {
        String root = "/providers/";
        if (source == null || subject == null || !source.startsWith(root)) {
            return null;
        }
        int end = source.indexOf('/', root.length());
        return source.substring(root.length(), end < 0 ? source.length() : end) + "/" + subject;
    }

    /** PostgreSQL's text holds no U+0000, and a fact must not be lost for one. */
    private static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String whole = text.replace('\0', '\uFFFD');
        return whole.length() <= KEPT_TEXT ? whole : whole.substring(0, KEPT_TEXT);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
