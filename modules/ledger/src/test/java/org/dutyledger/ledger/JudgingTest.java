package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.dossier.DeadlineClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    private static final ModelId M = new ModelId("acme", "m");
    private static final String PARTY = "\"party\":\"acme\",\"activities\":[\"design-program\"]";
    private static final String RELEASE =
            "\"version\":\"1\",\"jurisdictions\":[\"CN\"],\"topics\":[\"general\"]";

    @TempDir Path folder;

    private static String at(String id, String type, String time, String data) {
        return Facts.fact("m", id, type, time, data);
    }

    /** Released, then a risk of severity S2 confirmed: three days to remedy it. */
    private static void begin(TestLedger ledger) {
        ledger.record(
                at("party", "party.declared", "2026-05-31T00:00:00Z", PARTY),
                at("release", "model.released", "2026-05-31T00:00:00Z", RELEASE));
        ledger.record(confirmed("m"));
    }

    private static String confirmed(String model) {
        return Facts.fact(
                model,
                model + "-risk",
                "risk.confirmed",
                "2026-06-01T00:00:00Z",
                "\"risk\":\"R-1\",\"severity\":\"S2\"");
    }

    @Test
    void a_deadline_that_passed_unnoticed_is_dated_at_the_deadline() {
        try (var ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"))) {
            begin(ledger);
            ledger.clock().advance(Duration.ofDays(30));
            ledger.bean(DeadlineClock.class).advance();
            assertThat(breaches(ledger, "CN-CC-1206-1"))
                    .containsExactly(Instant.parse("2026-06-04T00:00:00Z"));
            assertThat(ledger.bean(ReplayCheck.class).check(M).differences()).isEmpty();
        }
    }

    @Test
    void the_clock_wakes_by_itself() throws InterruptedException {
        try (var ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"))) {
            begin(ledger);
            ledger.clock().advance(Duration.ofDays(30));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (breaches(ledger, "CN-CC-1206-1").isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(breaches(ledger, "CN-CC-1206-1")).isNotEmpty();
        }
    }

    @Test
    void a_restarted_instance_goes_on_from_what_is_stored() {
        TestDatabase database = TestDatabase.fresh();
        try (var before = TestLedger.on(database, folder.resolve("ledger.key"))) {
            begin(before);
        }
        try (var after = TestLedger.on(database, folder.resolve("ledger.key"))) {
            after.clock().advance(Duration.ofDays(30));
            after.record(
                    at(
                            "fix",
                            "remedy.applied",
                            "2026-06-02T00:00:00Z",
                            "\"remedy\":\"F\",\"risks\":[\"R-1\"],\"measure\":\"stop-service\""));
            ReplayCheck.Result result = after.bean(ReplayCheck.class).check(M);
            assertThat(result.differences()).isEmpty();
            assertThat(result.facts()).isEqualTo(4);
            assertThat(result.findings()).isGreaterThan(2);
        }
    }

    @Test
    void a_replay_finds_what_the_record_does_not_say() {
        try (var ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"))) {
            begin(ledger);
            ledger.clock().advance(Duration.ofDays(30));
            ledger.bean(DeadlineClock.class).advance();
            ledger.sql()
                    .sql("DELETE FROM ledger.event WHERE type = 'org.dutyledger.duty.breached.v1'")
                    .update();
            assertThat(ledger.bean(ReplayCheck.class).check(M).agrees()).isFalse();
        }
    }

    @Test
    void another_law_judges_every_dossier_anew() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Path key = folder.resolve("ledger.key");
        try (var before = TestLedger.on(database, key)) {
            begin(before);
        }
        try (var after =
                TestLedger.on(database, key, "dutyledger.judge.rulebooks=cn-product,cn-reform")) {
            after.clock().advance(Duration.ofDays(30));
            // The clock of the running ledger may have taken the dossier first and skip it here.
            after.bean(DeadlineClock.class).advance();
            awaitFindingUnder("cn-reform", after);
            assertThat(after.bean(ReplayCheck.class).check(M).differences()).isEmpty();
        }
        try (var again = TestLedger.on(database, key)) {
            again.clock().advance(Duration.ofDays(60));
            again.record(at("more", "risk.reported", "2026-06-03T00:00:00Z", "\"risk\":\"R-2\""));
            assertThat(again.bean(ReplayCheck.class).check(M).differences()).isEmpty();
        }
    }

    private static void awaitFindingUnder(String rulebook, TestLedger ledger) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> rulebooks = List.of();
        while (!rulebooks.contains(rulebook) && System.nanoTime() < deadline) {
            rulebooks =
                    ledger.bean(RecordedFacts.class).findings(M).stream()
                            .map(finding -> finding.law().rulebook())
                            .distinct()
                            .toList();
        }
        assertThat(rulebooks).contains(rulebook);
    }

    private static List<Instant> breaches(TestLedger ledger, String rule) {
        return ledger.bean(RecordedFacts.class).findings(M).stream()
                .filter(finding ->
                        finding instanceof DutyChanged changed
                                && changed.change() == Change.BREACHED
                                && changed.duty().rule().equals(rule))
                .map(Finding::time)
                .toList();
    }
}
