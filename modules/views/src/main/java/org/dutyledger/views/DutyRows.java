package org.dutyledger.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.ledger.RecordEvent.FindingRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row per duty as it stands, and per model and rulebook how many stand in which status. */
class DutyRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_duty
                (model, rulebook, rule, about, kind, status, late, due, sequence, finding)
            SELECT model, rulebook, rule, about, kind, status, late, due::timestamptz, sequence, finding
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::boolean[], ?::text[], ?::bigint[], ?::text[])
                AS r (model, rulebook, rule, about, kind, status, late, due, sequence, finding)
            ON CONFLICT (model, rulebook, rule, about) DO UPDATE SET
                kind = excluded.kind, status = excluded.status, late = excluded.late,
                due = excluded.due, sequence = excluded.sequence, finding = excluded.finding
            """;
    // What is stored of a duty is read where a finding builds on it.
    private static final String STANDING =
            """
            SELECT k.place, d.status, d.late, CASE WHEN k.builds THEN d.finding END AS finding
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[]) WITH ORDINALITY
                AS k (model, rulebook, rule, about, builds, place)
            JOIN ledger.view_duty d USING (model, rulebook, rule, about)
            """;
    private static final String COUNT =
            """
            INSERT INTO ledger.view_duty_count AS c (model, rulebook, status, duties, late)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
            ON CONFLICT (model, rulebook, status) DO UPDATE SET
                duties = c.duties + excluded.duties, late = c.late + excluded.late
            """;
    private static final String NONE_LEFT =
            "DELETE FROM ledger.view_duty_count WHERE duties = 0 AND model = ANY (?)";

    private final JdbcTemplate jdbc;
    private final ViewJson json;

    DutyRows(JdbcTemplate jdbc, ViewJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param findings about each, in order
     */
    void write(Map<DutyKey, List<RecordEntry>> findings) {
        if (findings.isEmpty()) {
            return;
        }
        List<Told> told =
                findings.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Told.of(each.getKey(), each.getValue()))
                        .toList();
        Map<Counted, long[]> change = new TreeMap<>();
        List<Row> rows = rows(told, change);
        for (Row row : rows) {
            Duty duty = row.duty();
            add(change, new Counted(row.key, duty.status().name()), 1, duty.late());
        }
        change.values().removeIf(sums -> sums[0] == 0 && sums[1] == 0);
        writeCounts(change);
        jdbc.update(
                UPSERT,
                texts(rows, row -> row.key.model().toString()),
                texts(rows, row -> row.key.rulebook()),
                texts(rows, row -> row.key.rule()),
                texts(rows, row -> row.key.about()),
                texts(rows, row -> row.duty().kind()),
                texts(rows, row -> row.duty().status().name()),
                rows.stream().map(row -> row.duty().late()).toArray(Boolean[]::new),
                texts(rows, row -> SqlTime.text(row.duty().due())),
                rows.stream().mapToLong(Row::sequence).toArray(),
                texts(rows, row -> json.write(row.finding)));
    }

    /** Each duty as it now stands; what stood before is taken off the counts. */
    private List<Row> rows(List<Told> told, Map<Counted, long[]> change) {
        Map<DutyKey, Duty> before = new HashMap<>();
        jdbc.query(
                STANDING,
                found -> {
                    DutyKey key = told.get(found.getInt("place") - 1).key;
                    Counted was = new Counted(key, found.getString("status"));
                    add(change, was, -1, found.getBoolean("late"));
                    String finding = found.getString("finding");
                    if (finding != null) {
                        before.put(key, json.read(finding, DutyChanged.class).duty());
                    }
                },
                texts(told, each -> each.key.model().toString()),
                texts(told, each -> each.key.rulebook()),
                texts(told, each -> each.key.rule()),
                texts(told, each -> each.key.about()),
                told.stream().map(Told::builds).toArray(Boolean[]::new));
        return told.stream().map(each -> each.row(before.get(each.key))).toList();
    }

    private static void add(Map<Counted, long[]> change, Counted which, int by, boolean late) {
        long[] sums = change.computeIfAbsent(which, key -> new long[2]);
        sums[0] += by;
        sums[1] += late ? by : 0;
    }

    private void writeCounts(Map<Counted, long[]> change) {
        if (change.isEmpty()) {
            return;
        }
        List<Counted> which = List.copyOf(change.keySet());
        String[] models = texts(which, Counted::model);
        jdbc.update(
                COUNT,
                models,
                texts(which, Counted::rulebook),
                texts(which, Counted::status),
                change.values().stream().mapToLong(sums -> sums[0]).toArray(),
                change.values().stream().mapToLong(sums -> sums[1]).toArray());
        jdbc.update(NONE_LEFT, (Object) models);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
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

        Row row(@Nullable Duty before) {
            DutyChanged whole = findings.getFirst().whole(before);
            for (DutyChanged next : findings.subList(1, findings.size())) {
                whole = next.whole(whole.duty());
            }
            return new Row(key, sequence, whole);
        }
    }

    /** A duty as it stands: its last finding, with all breaches. */
    private record Row(DutyKey key, long sequence, DutyChanged finding) {

        Duty duty() {
            return finding.duty();
        }
    }

    private record Counted(String model, String rulebook, String status)
            implements Comparable<Counted> {

        Counted(DutyKey key, String status) {
            this(key.model().toString(), key.rulebook(), status);
        }

        @Override
        public int compareTo(Counted other) {
            int byModel = model.compareTo(other.model);
            int byRulebook = byModel != 0 ? byModel : rulebook.compareTo(other.rulebook);
            return byRulebook != 0 ? byRulebook : status.compareTo(other.status);
        }
    }
}
