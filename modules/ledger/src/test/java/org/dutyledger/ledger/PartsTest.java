package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is settled leaves the snapshots, and comes back when a late fact names it. */
class PartsTest {

    private static final int MONTHS = 8;

    @TempDir Path folder;
    private TestDatabase database;

    @BeforeEach
    void database() {
        database = TestDatabase.fresh();
    }

    private TestLedger open() {
        return TestLedger.on(
                database, folder.resolve("ledger.key"), "dutyledger.ledger.snapshot-every=10");
    }

    /** A month: a risk found, reported and remedied; weekly windows and supervision. */
    private static void month(TestLedger ledger, int n) {
        say(ledger, "risk-" + n, "risk.confirmed", "\"risk\":\"R-%d\",\"severity\":\"S3\"", n);
        for (int week = 0; week < 4; week++) {
            ledger.clock().advance(Duration.ofDays(7));
            say(ledger, "m-" + n + "-" + week, "monitoring.performed", "\"mechanism\":\"audit\"");
            coverage(ledger, "c-" + n + "-" + week, ledger.clock().instant(), 999, 0);
        }
        say(
                ledger,
                "fix-" + n,
                "remedy.applied",
                "\"remedy\":\"F-%d\",\"risks\":[\"R-%d\"],\"measure\":\"stop-feature\"",
                n,
                n);
    }

    private static void coverage(
            TestLedger ledger, String id, Instant to, int warned, int revision) {
        say(
                ledger,
                id,
                "coverage.observed",
                """
                "version":"1","from":"%s","to":"%s","outputs":1000,"warned":%d,"topic":"medical",\
                "revision":%d\
                """,
                to.minus(Duration.ofDays(7)),
                to,
                warned,
                revision);
    }

    private static void say(
            TestLedger ledger, String id, String type, String data, Object... parameters) {
        String time = ledger.clock().instant().toString();
        ledger.record(Facts.fact("m", id, type, time, data.formatted(parameters)));
    }

    private static void begin(TestLedger ledger) {
        say(ledger, "party", "party.declared", "\"party\":\"acme\",\"activities\":[]");
        say(
                ledger,
                "release",
                "model.released",
                "\"version\":\"1\",\"jurisdictions\":[\"CN\"],\"topics\":[\"medical\"]");
        for (int n = 0; n < MONTHS; n++) {
            month(ledger, n);
        }
    }

    @Test
    void what_is_settled_leaves_the_snapshot() {
        try (var ledger = open()) {
            begin(ledger);
            assertThat(ledger.sql().sql("SELECT key FROM ledger.part").query(String.class).list())
                    .contains("risk/R-0")
                    .anyMatch(key -> key.startsWith("coverage/"));
            assertAgreement(ledger);
        }
    }

    @Test
    void a_late_fact_brings_back_what_it_names() {
        try (var ledger = open()) {
            begin(ledger);
            late(ledger);
            assertAgreement(ledger);
            month(ledger, MONTHS);
            assertAgreement(ledger);
        }
    }

    @Test
    void also_after_a_restart() {
        Instant now;
        try (var ledger = open()) {
            begin(ledger);
            now = ledger.clock().instant();
        }
        try (var ledger = open()) {
            ledger.clock().set(now.plus(Duration.ofDays(1)));
            late(ledger);
            assertAgreement(ledger);
        }
        try (var ledger = open()) {
            ledger.clock().set(now.plus(Duration.ofDays(2)));
            month(ledger, MONTHS);
            assertAgreement(ledger);
        }
    }

    private static void late(TestLedger ledger) {
        say(ledger, "late", "risk.rescored", "\"risk\":\"R-0\",\"severity\":\"S2\"");
        say(ledger, "gone", "fact.withdrawn", "\"fact\":\"fix-1\",\"reason\":\"was not done\"");
        say(ledger, "back", "remedy.reverted", "\"remedy\":\"F-2\"");
        coverage(ledger, "worse", Instant.parse("2026-06-15T00:00:00Z"), 500, 1);
    }

    /** The replay puts nothing away. */
    private static void assertAgreement(TestLedger ledger) {
        ReplayCheck.Result result = ledger.bean(ReplayCheck.class).check(new ModelId("acme", "m"));
        assertThat(result.differences()).isEmpty();
        assertThat(result.findings()).isGreaterThan(MONTHS);
    }
}
