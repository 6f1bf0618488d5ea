package org.dutyledger.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.DutyChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** One row per duty as it stands, and per model and rulebook how many stand in which status. */
class DutyRows {

    private static final String UPSERT =
            """
            INSERT INTO ledger.view_duty
                (model, rulebook, rule, about, kind, status, late, due, sequence, finding)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (model, rulebook, rule, about) DO UPDATE SET
                kind = excluded.kind, status = excluded.status, late = excluded.late,
                due = excluded.due, sequence = excluded.sequence, finding = excluded.finding
            """;
    private static final String STANDING =
            """
            SELECT d.model, d.rulebook, d.rule, d.about, d.status, d.late
            FROM ledger.view_duty d
            JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS k (model, rulebook, rule, about)
                USING (model, rulebook, rule, about)
            """;
    private static final String TOLD =
            """
            SELECT d.finding
            FROM ledger.view_duty d
            JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS k (model, rulebook, rule, about)
                USING (model, rulebook, rule, about)
            """;
    private static final String COUNT =
            """
            INSERT INTO ledger.view_duty_count AS c (model, rulebook, status, duties, late)
            VALUES (?, ?, ?, ?, ?)
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

    /** Of several findings about one duty the last one stands. */
    void write(List<Concluded<DutyChanged>> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Map<Key, DutyChanged> told = told(findings);
        Map<Key, Concluded<DutyChanged>> last = new TreeMap<>();
        for (Concluded<DutyChanged> each : findings) {
            Key key = Key.of(each.finding());
            DutyChanged before = told.get(key);
            DutyChanged whole = each.finding().whole(before == null ? null : before.duty());
            told.put(key, whole);
            last.put(key, new Concluded<>(each.sequence(), whole));
        }
        count(last);
        jdbc.batchUpdate(UPSERT, last.values().stream().map(this::row).toList());
    }

    /** What stands of the duties of which a finding lists not all breaches. */
    private Map<Key, DutyChanged> told(List<Concluded<DutyChanged>> findings) {
        List<Key> keys =
                findings.stream()
                        .map(Concluded::finding)
                        .filter(it -> it.since() != null)
                        .map(Key::of)
                        .distinct()
                        .toList();
        Map<Key, DutyChanged> told = new HashMap<>();
        if (!keys.isEmpty()) {
            RowCallbackHandler take =
                    row -> {
                        DutyChanged it = json.read(row.getString("finding"), DutyChanged.class);
                        told.put(Key.of(it), it);
                    };
            jdbc.query(TOLD, take, columns(keys));
        }
        return told;
    }

    private static Object[] columns(List<Key> keys) {
        return new Object[] {
            keys.stream().map(Key::model).toArray(String[]::new),
            keys.stream().map(Key::rulebook).toArray(String[]::new),
            keys.stream().map(Key::rule).toArray(String[]::new),
            keys.stream().map(Key::about).toArray(String[]::new)
        };
    }

    private void count(Map<Key, Concluded<DutyChanged>> last) {
        Map<Counted, long[]> change = new TreeMap<>();
        standing(last.keySet().stream().toList())
                .forEach((key, was) -> add(change, new Counted(key, was.status()), -1, was.late()));
        last.forEach((key, now) -> {
            Duty duty = now.finding().duty();
            add(change, new Counted(key, duty.status().name()), 1, duty.late());
        });
        jdbc.batchUpdate(
                COUNT,
                change.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList());
        jdbc.update(
                NONE_LEFT,
                (Object) change.keySet().stream().map(Counted::model).toArray(String[]::new));
    }

    private static void add(Map<Counted, long[]> change, Counted which, int by, boolean late) {
        long[] sums = change.computeIfAbsent(which, key -> new long[2]);
        sums[0] += by;
        sums[1] += late ? by : 0;
    }

    private Map<Key, Standing> standing(List<Key> keys) {
        Map<Key, Standing> found = new HashMap<>();
        jdbc.query(
                STANDING,
                row -> {
                    Key key =
                            new Key(
                                    row.getString("model"),
                                    row.getString("rulebook"),
                                    row.getString("rule"),
                                    row.getString("about"));
                    found.put(key, new Standing(row.getString("status"), row.getBoolean("late")));
                },
                columns(keys));
        return found;
    }

    private Object[] row(Concluded<DutyChanged> each) {
        DutyChanged finding = each.finding();
        Duty duty = finding.duty();
        return new Object[] {
            finding.model().toString(),
            finding.law().rulebook(),
            duty.rule(),
            duty.about(),
            duty.kind(),
            duty.status().name(),
            duty.late(),
            SqlTime.orInfinity(duty.due()),
            each.sequence(),
            json.write(finding)
        };
    }

    private static Object[] row(Counted which, long[] sums) {
        return new Object[] {which.model(), which.rulebook(), which.status(), sums[0], sums[1]};
    }

    private record Standing(String status, boolean late) {}

    private record Key(String model, String rulebook, String rule, String about)
            implements Comparable<Key> {

        static Key of(DutyChanged finding) {
            Duty duty = finding.duty();
            return new Key(
                    finding.model().toString(),
                    finding.law().rulebook(),
                    duty.rule(),
                    duty.about());
        }

        @Override
        public int compareTo(Key other) {
            int byModel = model.compareTo(other.model);
            int byRulebook = byModel != 0 ? byModel : rulebook.compareTo(other.rulebook);
            int byRule = byRulebook != 0 ? byRulebook : rule.compareTo(other.rule);
            return byRule != 0 ? byRule : about.compareTo(other.about);
        }
    }

    private record Counted(String model, String rulebook, String status)
            implements Comparable<Counted> {

        Counted(Key key, String status) {
            this(key.model(), key.rulebook(), status);
        }

        @Override
        public int compareTo(Counted other) {
            int byModel = model.compareTo(other.model);
            int byRulebook = byModel != 0 ? byModel : rulebook.compareTo(other.rulebook);
            return byRulebook != 0 ? byRulebook : status.compareTo(other.status);
        }
    }
}
