package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.ledger.Verdict.Outcome.CONFLICT;
import static org.dutyledger.ledger.Verdict.Outcome.DUPLICATE;
import static org.dutyledger.ledger.Verdict.Outcome.RECORDED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.dossier.DeadlineClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the service on one database, each with dossiers of its own in memory. */
class InstancesTest {

    @TempDir static Path folder;
    @AutoClose private static TestLedger one;
    @AutoClose private static TestLedger other;

    @BeforeAll
    static void open() {
        TestDatabase database = TestDatabase.fresh();
        one = TestLedger.on(database, folder.resolve("ledger.key"));
        other = TestLedger.on(database, folder.resolve("ledger.key"));
    }

    @Test
    void a_stale_dossier_in_memory_is_noticed() {
        one.record(
                Facts.fact("s", "s0", "party.declared", "\"party\":\"acme\",\"activities\":[]"),
                Facts.fact(
                        "s",
                        "s1",
                        "model.released",
                        "\"version\":\"1\",\"jurisdictions\":[\"CN\"]"));
        other.record(
                Facts.fact("s", "s2", "risk.confirmed", "\"risk\":\"R-1\",\"severity\":\"S1\""));
        one.clock().advance(Duration.ofHours(1));
        one.record(
                Facts.fact(
                        "s",
                        "s3",
                        "remedy.applied",
                        "\"remedy\":\"F\",\"risks\":[\"R-1\"],\"measure\":\"stop-service\""));
        other.clock().advance(Duration.ofDays(40));
        other.bean(DeadlineClock.class).advance();
        one.clock().advance(Duration.ofDays(50));
        one.record(Facts.fact("s", "s4", "risk.reported", "\"risk\":\"R-2\""));
        assertSound("s");
    }

    @Test
    void both_record_the_same_facts_at_once_and_each_counts_once() {
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            facts.add(Facts.reported("b" + i % 5, "b" + i, "R-1"));
        }
        var shuffled = new ArrayList<>(facts);
        Collections.reverse(shuffled);
        var here = CompletableFuture.supplyAsync(() -> one.record(facts, Recorder.Along.NOTHING));
        var there =
                CompletableFuture.supplyAsync(() -> other.record(shuffled, Recorder.Along.NOTHING));
        var outcomes = new ArrayList<>(here.join());
        outcomes.addAll(there.join());
        assertThat(outcomes).filteredOn(RECORDED::equals).hasSize(50);
        assertThat(outcomes).filteredOn(DUPLICATE::equals).hasSize(50);
        for (int m = 0; m < 5; m++) {
            assertSound("b" + m);
        }
    }

    /** The loser of the race looked before the winner committed, and is told by the index. */
    @Test
    void a_race_for_an_id_is_run_again_as_a_whole() throws InterruptedException {
        var looked = new CountDownLatch(1);
        var won = new CountDownLatch(1);
        var tries = new AtomicInteger();
        Recorder.Along waiting =
                new Recorder.Along() {
                    @Override
                    public void after(List<Verdict> verdicts) {
                        if (tries.incrementAndGet() == 1) {
                            looked.countDown();
                            await(won);
                        }
                    }
                };
        var loser =
                CompletableFuture.supplyAsync(() ->
                        one.record(
                                List.of(
                                        Facts.reported("r1", "race", "R-1"),
                                        Facts.reported("r1", "alone", "R-1")),
                                waiting));
        await(looked);
        assertThat(other.record(Facts.reported("r2", "race", "R-1"))).containsExactly(RECORDED);
        won.countDown();
        assertThat(loser.join()).containsExactly(CONFLICT, RECORDED);
        assertThat(tries).hasValue(2);
        assertSound("r1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its events are numbered without a gap, and its findings follow from its facts. */
    private static void assertSound(String model) {
        List<Long> numbers =
                one.sql()
                        .sql(
                                """
                                SELECT number FROM ledger.event JOIN ledger.dossier USING (dossier)
                                WHERE model = ? ORDER BY number\
                                """)
                        .param("acme/" + model)
                        .query(Long.class)
                        .list();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.range(0, numbers.size()).boxed().toList());
        assertThat(one.bean(ReplayCheck.class).check(new ModelId("acme", model)).differences())
                .isEmpty();
    }
}
