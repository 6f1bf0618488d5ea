package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way from the record to the answers. */
class ViewProjectionTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.on(database, folder.resolve("key"));
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void whatIsRecordedCanBeAsked() {
        ledger.record(facts(0, 1200));
        awaitSequence();

        Page<ModelEntry> models = ledger.bean(Models.class).page(new Paging(null, 500));

        assertThat(models.items()).hasSize(12).allMatch(each -> each.facts() == 100);
        assertThat(models.sequence()).isGreaterThanOrEqualTo(1200);
        assertThat(
                        ledger.bean(Risks.class)
                                .page(new ModelId("acme", "m3"), new Paging(null, 500))
                                .items())
                .hasSize(100);
        MeterRegistry meters = ledger.bean(MeterRegistry.class);
        assertThat(meters.get("dutyledger.view.delay").timer().count()).isPositive();
        assertThat(meters.get("dutyledger.view.lag").gauge().value()).isZero();
        assertThat(
                        meters.get("dutyledger.duties")
                                .tags("rulebook", "cn-product", "status", "BREACH")
                                .gauge()
                                .value())
                .isNotNegative();
    }

    @Test
    void theHistoryIsTheRecordItself() {
        ledger.record(facts(0, 36));
        ledger.record(facts(36, 60));
        awaitSequence();
        History history = ledger.bean(History.class);
        ModelId model = new ModelId("acme", "m3");

        List<HistoryEntry> all = history.page(model, new Paging(null, 500)).items();
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        assertThat(all).extracting(HistoryEntry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(entry -> entry.id() != null)
                .extracting(HistoryEntry::id)
                .containsExactly("f3", "f15", "f27", "f39", "f51");
        HistoryEntry first = all.getFirst();
        assertThat(first.type()).isEqualTo("org.dutyledger.risk.reported.v1");
        assertThat(first.source()).isEqualTo("/providers/acme/t");
        assertThat(first.time()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(first.recorded()).isNotNull();

        List<HistoryEntry> paged = new ArrayList<>();
        for (String after = null; ; ) {
            Page<HistoryEntry> page = history.page(model, new Paging(after, 2));
            paged.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        ledger.record(facts(0, 300));
        awaitSequence();
        ledger.close();
        ledger = RunningLedger.on(database, folder.resolve("key"));
        ledger.record(facts(300, 600));
        awaitSequence();

        assertThat(ledger.bean(Models.class).page(new Paging(null, 500)).items())
                .allMatch(each -> each.facts() == 50);
    }

    @Test
    void aResetRebuildsTheSame() {
        ledger.record(facts(0, 600));
        awaitSequence();
        List<String> before = rows();

        StreamingEventProcessor processor = ledger.processor();
        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isEmpty();
        processor.start();
        await().atMost(LONG).until(() -> rows().equals(before));
        ledger.record(facts(600, 612));
        awaitSequence();

        assertThat(ledger.bean(Models.class).page(new Paging(null, 500)).items())
                .allMatch(each -> each.facts() == 51);
    }

    @Test
    void anInstanceWithoutProcessorsReadsTheStoredPosition() {
        ledger.record(facts(0, 240));
        awaitSequence();
        ViewPosition stored =
                new ViewPosition(
                        ledger.bean(JdbcClient.class),
                        ledger.bean(java.time.Clock.class),
                        () -> null);

        await().atMost(LONG).untilAsserted(() -> assertThat(stored.sequence()).isEqualTo(last()));
    }

    @Test
    void aSegmentThatCannotWriteIsTriedAgainAndNothingIsPassedOver() {
        ledger.record(facts(0, 12));
        awaitSequence();
        ViewHealth health = ledger.bean(ViewHealth.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        JdbcClient sql = ledger.bean(JdbcClient.class);

        sql.sql("ALTER TABLE ledger.view_signal RENAME TO elsewhere").update();
        ledger.record(facts(12, 120));
        await().atMost(LONG).until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(ledger.bean(ViewPosition.class).sequence()).isLessThan(last());

        sql.sql("ALTER TABLE ledger.elsewhere RENAME TO view_signal").update();
        awaitSequence();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(ledger.bean(Models.class).page(new Paging(null, 500)).items())
                .allMatch(each -> each.facts() == 10);
    }

    private void awaitSequence() {
        await().atMost(LONG)
                .untilAsserted(() -> {
                    assertThat(last()).isPositive();
                    assertThat(ledger.bean(ViewPosition.class).sequence()).isEqualTo(last());
                });
    }

    private long last() {
        return ledger.bean(JdbcClient.class)
                .sql("SELECT coalesce(max(first_sequence + events - 1), 0) FROM ledger.append")
                .query(Long.class)
                .single();
    }

    private List<String> rows() {
        return ledger.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT t::text FROM ledger.view_model t
                        UNION ALL SELECT t::text FROM ledger.view_signal t ORDER BY 1
                        """)
                .query(String.class)
                .list();
    }

    private static Stream<String> facts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        """
                        {"specversion":"1.0","id":"f%d","source":"/providers/acme/t","subject":"m%d",\
                        "type":"org.dutyledger.risk.reported.v1","time":"2026-05-01T00:00:00Z",\
                        "data":{"risk":"R-%d"}}\
                        """
                                .formatted(i, i % 12, i));
    }
}
