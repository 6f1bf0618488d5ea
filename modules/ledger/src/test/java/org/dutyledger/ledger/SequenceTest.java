package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceTest {

    private static final int WRITERS = 8;
    private static final int BATCHES = 40;

    @TempDir Path folder;

    /**
     * Slow commits and rollbacks side by side: a reader that follows misses and repeats nothing.
     */
    @Test
    void nothing_is_skipped_and_nothing_repeated() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Path key = folder.resolve("ledger.key");
        try (var one = TestLedger.on(database, key);
                var other = TestLedger.on(database, key);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                var stream = stream(other, 0)) {
            var recorded = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                TestLedger ledger = w % 2 == 0 ? one : other;
                int writer = w;
                all.add(writers.submit(() -> write(ledger, writer, recorded)));
            }
            List<TrackedEventMessage<?>> read = new ArrayList<>();
            while (!all.stream().allMatch(Future::isDone)) {
                readAvailable(stream, read);
            }
            for (Future<?> writer : all) {
                writer.get();
            }
            while (read.size() < recorded.get() && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
                read.add(stream.nextAvailable());
            }
            assertThat(positions(read))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, recorded.get()).boxed().toList());
            assertThatEachModelIsInItsOwnOrder(read);
        }
    }

    private static void write(TestLedger ledger, int writer, AtomicInteger recorded) {
        var random = new Random(writer);
        for (int batch = 0; batch < BATCHES; batch++) {
            int facts = 1 + random.nextInt(4);
            List<String> all = new ArrayList<>();
            for (int f = 0; f < facts; f++) {
                String id = "w" + writer + "-" + batch + "-" + f;
                all.add(Facts.reported("m" + random.nextInt(5), id, "R-1"));
            }
            boolean fails = random.nextInt(4) == 0;
            int delay = random.nextInt(20);
            try {
                ledger.record(all, slow(ledger, delay, fails));
                recorded.addAndGet(facts);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessage("refused");
            }
        }
    }

    private static Recorder.Along slow(TestLedger ledger, int millis, boolean fails) {
        return new Recorder.Along() {
            @Override
            public void after(List<Verdict> verdicts) {
                ledger.sql()
                        .sql("SELECT pg_sleep(?)")
                        .param(millis / 1000.0)
                        .query((row, n) -> n)
                        .list();
                if (fails) {
                    throw new IllegalStateException("refused");
                }
            }
        };
    }

    private static void readAvailable(
            BlockingStream<TrackedEventMessage<?>> stream, List<TrackedEventMessage<?>> read)
            throws InterruptedException {
        while (stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)) {
            read.add(stream.nextAvailable());
        }
    }

    private static void assertThatEachModelIsInItsOwnOrder(List<TrackedEventMessage<?>> read) {
        Map<String, Long> next = new HashMap<>();
        for (TrackedEventMessage<?> message : read) {
            var event = (DomainEventMessage<?>) message;
            long expected = next.getOrDefault(event.getAggregateIdentifier(), 0L);
            assertThat(event.getSequenceNumber()).isEqualTo(expected);
            next.put(event.getAggregateIdentifier(), expected + 1);
        }
    }

    @Test
    void a_reader_goes_on_behind_its_token_and_is_called_at_once() throws Exception {
        try (var ledger = TestLedger.on(TestDatabase.fresh(), folder.resolve("ledger.key"))) {
            ledger.record(Facts.reported("m", "a", "R-1"), Facts.reported("m", "b", "R-1"));
            try (var stream = stream(ledger, 1)) {
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                assertThat(position(stream.nextAvailable())).isEqualTo(2);
                assertThat(stream.hasNextAvailable()).isFalse();
                var called = new java.util.concurrent.CountDownLatch(1);
                assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
                ledger.record(Facts.reported("m", "c", "R-1"));
                assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
                assertThat(position(stream.nextAvailable())).isEqualTo(3);
            }
        }
    }

    /** What a crash between commit and sequencing leaves: a batch without sequence. */
    @Test
    void a_start_numbers_what_a_crash_left_without() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Path key = folder.resolve("ledger.key");
        try (var before = TestLedger.on(database, key)) {
            before.record(Facts.reported("m", "a", "R-1"));
            try (var stream = stream(before, 0)) {
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            }
            before.record(Facts.reported("m", "b", "R-1"));
        }
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE ledger.append SET first_sequence = NULL WHERE append > 1");
        }
        try (var after = TestLedger.on(database, key);
                var stream = stream(after, 1)) {
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(position(stream.nextAvailable())).isEqualTo(2);
        }
    }

    private static BlockingStream<TrackedEventMessage<?>> stream(TestLedger ledger, long after) {
        return ledger.bean(EventStore.class).openStream(new GlobalSequenceTrackingToken(after));
    }

    private static List<Long> positions(List<TrackedEventMessage<?>> messages) {
        return messages.stream().map(SequenceTest::position).toList();
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
