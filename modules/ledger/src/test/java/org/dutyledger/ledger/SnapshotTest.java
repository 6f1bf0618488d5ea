package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final String EVERY_50 = "dutyledger.ledger.snapshot-every=50";

    @TempDir Path folder;

    private static void fill(TestLedger ledger) {
        List<String> facts = new ArrayList<>();
        facts.add(Facts.fact("m", "p", "party.declared", "\"party\":\"acme\",\"activities\":[]"));
        facts.add(
                Facts.fact(
                        "m",
                        "v",
                        "model.released",
                        "\"version\":\"1\",\"jurisdictions\":[\"CN\"]"));
        for (int i = 0; i < 120; i++) {
            facts.add(Facts.reported("m", "f" + i, "R-" + i % 7));
        }
        for (int from = 0; from < facts.size(); from += 10) {
            ledger.record(
                    facts.subList(from, Math.min(from + 10, facts.size())), Recorder.Along.NOTHING);
            ledger.clock().advance(Duration.ofHours(5));
        }
    }

    @Test
    void a_dossier_is_loaded_without_its_early_events() {
        TestDatabase database = TestDatabase.fresh();
        try (var before = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            fill(before);
            assertThat(
                            before.sql()
                                    .sql("SELECT number FROM ledger.snapshot")
                                    .query(Long.class)
                                    .single())
                    .isGreaterThan(50);
            // Who read the first event would fail.
            before.sql().sql("UPDATE ledger.event SET payload = 'x' WHERE number = 0").update();
        }
        try (var after = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            after.clock().advance(Duration.ofDays(30));
            assertThat(after.record(Facts.reported("m", "later", "R-1")))
                    .containsExactly(Verdict.Outcome.RECORDED);
            // As a check of the test: without a snapshot it does fail.
            after.sql().sql("DELETE FROM ledger.snapshot").update();
        }
        try (var without = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            assertThatThrownBy(() -> without.record(Facts.reported("m", "last", "R-1")))
                    .hasMessageContaining("not readable");
        }
    }

    @Test
    void a_dossier_from_a_snapshot_goes_on_as_if_it_had_never_been_away() {
        TestDatabase database = TestDatabase.fresh();
        try (var before = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            fill(before);
        }
        try (var after = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            after.clock().advance(Duration.ofDays(40));
            after.record(
                    Facts.fact("m", "c", "risk.confirmed", "\"risk\":\"R-3\",\"severity\":\"S2\""));
            after.clock().advance(Duration.ofDays(40));
            after.record(Facts.reported("m", "later", "R-1"));
            assertThat(after.bean(ReplayCheck.class).check(new ModelId("acme", "m")).differences())
                    .isEmpty();
        }
    }

    @Test
    void a_snapshot_of_another_form_is_as_good_as_none() {
        TestDatabase database = TestDatabase.fresh();
        try (var before = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            fill(before);
            before.sql()
                    .sql("UPDATE ledger.snapshot SET state = '{\"revision\":99}'::text::bytea")
                    .update();
        }
        try (var after = TestLedger.on(database, folder.resolve("ledger.key"), EVERY_50)) {
            after.record(Facts.reported("m", "later", "R-1"));
            assertThat(after.bean(ReplayCheck.class).check(new ModelId("acme", "m")).differences())
                    .isEmpty();
        }
    }
}
