package org.dutyledger.views;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEvent.FactRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per model: how many facts, from when to when, and up to which sequence it was read. */
class ModelRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_model AS m
                (model, facts, first_fact, last_fact, last_recorded, sequence)
            VALUES (?, ?, ?, ?, ?, ?)
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

    /** The last sequence each model has seen; a model never seen is absent. */
    Map<ModelId, Long> sequences(Stream<ModelId> models) {
        String[] ids = models.map(ModelId::toString).toArray(String[]::new);
        Map<ModelId, Long> seen = new HashMap<>();
        jdbc.query(
                "SELECT model, sequence FROM ledger.view_model WHERE model = ANY (?)",
                row -> {
                    seen.put(ModelId.parse(row.getString("model")), row.getLong("sequence"));
                },
                (Object) ids);
        return seen;
    }

    void write(List<Sequenced> events) {
        Map<ModelId, Seen> byModel = new TreeMap<>();
        for (Sequenced each : events) {
            byModel.computeIfAbsent(each.event().model(), Seen::new).add(each);
        }
        jdbc.batchUpdate(UPSERT, byModel.values().stream().map(Seen::row).toList());
    }

    /** What one batch says about one model. */
    private static final class Seen {

        private final ModelId model;
        private long facts;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private @Nullable Instant recorded;
        private long sequence;

        Seen(ModelId model) {
            this.model = model;
        }

        void add(Sequenced each) {
            sequence = each.sequence();
            if (each.event() instanceof FactRecorded recordedFact) {
                Fact fact = recordedFact.fact();
                facts++;
                first = first == null || fact.time().isBefore(first) ? fact.time() : first;
                last = later(last, fact.time());
                recorded = later(recorded, fact.recorded());
            }
        }

        @Nullable Object[] row() {
            return new @Nullable Object[] {
                model.toString(), facts, time(first), time(last), time(recorded), sequence
            };
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one == null || other.isAfter(one) ? other : one;
        }

        private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
            return instant == null ? null : SqlTime.of(instant);
        }
    }
}
