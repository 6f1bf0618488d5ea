package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.Stretch;
import org.dutyledger.ledger.store.StretchSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a long stretch the next one is late, and is told of. */
class PacedStreamTest {

    private static final int PATIENCE = 20;

    /** 100 µs for each of at least a thousand events. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    @TempDir private Path folder;
    private RunningLedger ledger;
    private PacedStream stream;

    @BeforeEach
    void readOneLongStretch() throws Exception {
        ledger = RunningLedger.on(TestDatabase.fresh(), folder.resolve("key"));
        record(0, 1000);
        stream =
                new PacedStream(
                        ledger.bean(StretchSource.class)
                                .openStream(new GlobalSequenceTrackingToken(0)),
                        Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        stream.close();
        ledger.close();
    }

    private void record(int from, int to) {
        ledger.record(
                IntStream.range(from, to)
                        .mapToObj(i ->
                                """
                                {"specversion":"1.0","id":"p%d","source":"/providers/acme/triage",\
                                "type":"org.dutyledger.risk.reported.v1","subject":"m",\
                                "time":"2026-03-01T00:00:00Z","data":{"risk":"R-%d","reporter":"user"}}\
                                """
                                        .formatted(i, i)));
    }

    @Test
    void theNextStretchWaitsAsLongAsTheLastWasWorth() throws Exception {
        long before = System.nanoTime();
        Stretch first = (Stretch) stream.nextAvailable().getPayload();
        record(1000, 1001);
        Stretch second = (Stretch) stream.nextAvailable().getPayload();

        assertThat(first.last()).isGreaterThanOrEqualTo(1000);
        assertThat(second.first()).isEqualTo(first.last() + 1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(PAUSE);
    }

    @Test
    void whoWaitsIsCalledWhenThePauseIsOver() throws Exception {
        stream.nextAvailable();
        record(1000, 1001);
        var called = new CompletableFuture<Boolean>();
        stream.setOnAvailableCallback(() -> called.complete(stream.peek().isPresent()));
        record(1001, 1002);

        assertThat(called.get(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
}
