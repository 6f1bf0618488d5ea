package org.dutyledger.views;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per model: how many facts, from when to when, and up to which sequence it was read. */
class ModelRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_model AS m
                (model, facts, first_fact, last_fact, last_recorded, sequence)
            SELECT model, facts, first::timestamptz, last::timestamptz, recorded::timestamptz, sequence
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                AS r (model, facts, first, last, recorded, sequence)
            ON CONFLICT (model) DO UPDATE SET
                facts = m.facts + excluded.facts,
                first_fact = least(m.first_fact, excluded.first_fact),
                last_fact = greatest(m.last_fact, excluded.last_fact),
                last_recorded = greatest(m.last_recorded, excluded.last_recorded),
                sequence = excluded.sequence
            """;

    private final JdbcTemplate jdbc;

    ModelRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<ModelId, Seen> byModel = new HashMap<>();
        for (RecordEntry each : entries) {
            byModel.computeIfAbsent(each.model(), Seen::new).add(each);
        }
        List<Seen> rows =
                byModel.values().stream().sorted(Comparator.comparing(row -> row.model)).toList();
        jdbc.update(
                UPSERT,
                texts(rows, row -> row.model),
                rows.stream().mapToLong(row -> row.facts).toArray(),
                texts(rows, row -> time(row.first)),
                texts(rows, row -> time(row.last)),
                texts(rows, row -> time(row.recorded)),
                rows.stream().mapToLong(row -> row.sequence).toArray());
    }

    private static @Nullable String[] texts(
            List<Seen> rows, Function<Seen, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        Arrays.setAll(texts, row -> column.apply(rows.get(row)));
        return texts;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.text(instant);
    }

    /** What one batch says about one model. */
    private static final class Seen {

        private final String model;
        private long facts;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private @Nullable Instant recorded;
        private long sequence;

        Seen(ModelId model) {
            this.model = model.toString();
        }

        void add(RecordEntry each) {
            sequence = each.sequence();
            if (each.key() != null) {
                Instant time = each.time();
                facts++;
                first = first == null || time.isBefore(first) ? time : first;
                last = later(last, time);
                recorded = later(recorded, each.recorded());
            }
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one == null || other.isAfter(one) ? other : one;
        }
    }
}
