package org.dutyledger.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per duty as it stands, and per model and rulebook how many stand in which status. */
class DutyRows {

    // What stood before a row is taken off the counts in the same round trip.
    private static final String WRITE =
            """
            WITH changed AS (
                INSERT INTO ledger.view_duty
                    (model, rulebook, rule, about, kind, status, late, due, sequence, earlier)
                SELECT model, rulebook, rule, about, kind, status, late, due::timestamptz,
                    sequence, earlier
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::boolean[], ?::text[], ?::bigint[], ?::text[])
                    AS r (model, rulebook, rule, about, kind, status, late, due, sequence, earlier)
                ON CONFLICT (model, rulebook, rule, about) DO UPDATE SET
                    kind = excluded.kind, status = excluded.status, late = excluded.late,
                    due = excluded.due, sequence = excluded.sequence, earlier = excluded.earlier
                RETURNING new.model, new.rulebook,
                    old.status AS was, old.late AS was_late, new.status AS now, new.late AS now_late
            ), moved AS (
                SELECT model, rulebook, status, sum(duties) AS duties, sum(late) AS late
                FROM (SELECT model, rulebook, now AS status, 1 AS duties, now_late::int AS late
                      FROM changed
                      UNION ALL
                      SELECT model, rulebook, was, -1, -was_late::int FROM changed
                      WHERE was IS NOT NULL)
                GROUP BY model, rulebook, status HAVING sum(duties) <> 0 OR sum(late) <> 0
            ), counted AS (
                INSERT INTO ledger.view_duty_count AS c (model, rulebook, status, duties, late)
                SELECT model, rulebook, status, duties, late FROM moved
                ON CONFLICT (model, rulebook, status) DO UPDATE SET
                    duties = c.duties + excluded.duties, late = c.late + excluded.late
                RETURNING model, duties
            )
            SELECT DISTINCT model FROM counted WHERE duties = 0
            """;
    private static final String NONE_LEFT =
            "DELETE FROM ledger.view_duty_count WHERE duties = 0 AND model = ANY (?)";
    private static final String STANDING =
            """
            SELECT k.place, d.sequence, d.earlier
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                AS k (model, rulebook, rule, about, place)
            JOIN ledger.view_duty d USING (model, rulebook, rule, about)
            """;

    private final JdbcTemplate jdbc;
    private final Findings findings;

    DutyRows(JdbcTemplate jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * @param last findings about each, in order
     */
    void write(Map<DutyKey, List<RecordEntry>> last) {
        if (last.isEmpty()) {
            return;
        }
        List<Told> told =
                last.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Told.of(each.getKey(), each.getValue()))
                        .toList();
        Map<DutyKey, Duty> before = before(told.stream().filter(Told::builds).toList());
        List<String> emptied =
                jdbc.query(
                        WRITE,
                        (row, n) -> row.getString(1),
                        texts(told, each -> each.key.model().toString()),
                        texts(told, each -> each.key.rulebook()),
                        texts(told, each -> each.key.rule()),
                        texts(told, each -> each.key.about()),
                        texts(told, each -> each.duty().kind()),
                        texts(told, each -> each.duty().status().name()),
                        told.stream().map(each -> each.duty().late()).toArray(Boolean[]::new),
                        texts(told, each -> SqlTime.text(each.duty().due())),
                        told.stream().mapToLong(Told::sequence).toArray(),
                        texts(told, each -> earlier(each, before.get(each.key))));
        if (!emptied.isEmpty()) {
            jdbc.update(NONE_LEFT, (Object) emptied.toArray(String[]::new));
        }
    }

    private @Nullable String earlier(Told told, @Nullable Duty before) {
        return findings.earlier(told.whole(before), told.findings.getLast());
    }

    /** How duties stand that are built on. */
    private Map<DutyKey, Duty> before(List<Told> built) {
        if (built.isEmpty()) {
            return Map.of();
        }
        List<DutyKey> keys = new ArrayList<>();
        List<Findings.Reference> standing = new ArrayList<>();
        jdbc.query(
                STANDING,
                row -> {
                    keys.add(built.get(row.getInt("place") - 1).key);
                    standing.add(
                            new Findings.Reference(
                                    row.getLong("sequence"), row.getString("earlier")));
                },
                texts(built, each -> each.key.model().toString()),
                texts(built, each -> each.key.rulebook()),
                texts(built, each -> each.key.rule()),
                texts(built, each -> each.key.about()));
        Map<DutyKey, Duty> before = new HashMap<>();
        Iterator<DutyKey> key = keys.iterator();
        findings.duties(standing).forEach(each -> before.put(key.next(), each.duty()));
        return before;
    }

    /** Deletes what stands under a rulebook that is none of these. */
    void keepOnly(Set<String> rulebooks) {
        Object kept = rulebooks.toArray(String[]::new);
        jdbc.update("DELETE FROM ledger.view_duty WHERE rulebook <> ALL (?)", kept);
        jdbc.update("DELETE FROM ledger.view_duty_count WHERE rulebook <> ALL (?)", kept);
    }

    private static <T> @Nullable String[] texts(
            List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        Arrays.setAll(texts, row -> column.apply(rows.get(row)));
        return texts;
    }

    /**
     * What a batch tells of a duty.
     *
     * @param sequence of the last finding
     * @param findings the last one and, before it, those whose breaches it builds on
     */
    private record Told(DutyKey key, long sequence, List<DutyChanged> findings) {

        static Told of(DutyKey key, List<RecordEntry> entries) {
            List<DutyChanged> findings = new ArrayList<>();
            for (RecordEntry entry : entries.reversed()) {
                var finding = (DutyChanged) ((FindingRecorded) entry.event()).finding();
                findings.addFirst(finding);
                if (finding.since() == null) {
                    break;
                }
            }
            return new Told(key, entries.getLast().sequence(), findings);
        }

        /** Whether what stood before the batch is part of what now stands. */
        boolean builds() {
            return findings.getFirst().since() != null;
        }

        Duty duty() {
            return findings.getLast().duty();
        }

        /** The last finding with all breaches. */
        DutyChanged whole(@Nullable Duty before) {
            DutyChanged whole = findings.getFirst().whole(before);
            for (DutyChanged next : findings.subList(1, findings.size())) {
                whole = next.whole(whole.duty());
            }
            return whole;
        }
    }
}
