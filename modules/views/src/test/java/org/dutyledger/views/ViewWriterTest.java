package org.dutyledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.dutyledger.contract.ModelId;
import org.dutyledger.ledger.RecordEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewWriterTest {

    private final ViewsUnderTest views = new ViewsUnderTest();

    @Test
    void rebuiltFromZeroEqualsWrittenStepByStep() {
        List<RecordEntry> record = longRecord(new Random(7));
        Random random = new Random(11);
        for (int from = 0; from < record.size(); ) {
            int to = Math.min(record.size(), from + 1 + random.nextInt(40));
            views.write(record.subList(from, to));
            from = to;
        }
        Map<String, List<String>> stepByStep = views.everything();

        views.clear();
        assertThat(views.everything().values()).allMatch(List::isEmpty);
        views.write(record);

        assertThat(views.everything()).isEqualTo(stepByStep);
        assertThat(stepByStep)
                .hasSize(6)
                .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
    }

    @Test
    void anEventSeenBeforeChangesNothing() {
        List<RecordEntry> record = longRecord(new Random(3)).subList(0, 400);
        views.write(record);
        Map<String, List<String>> once = views.everything();

        views.write(record.subList(100, 400));

        assertThat(views.everything()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void breachesToldBeforeStay(int atOnce) {
        Instant start = Instant.parse("2026-08-01T00:00:00Z");
        Breach first = new Breach(start, start.plusSeconds(10));
        Breach open = new Breach(start.plusSeconds(20), null);
        Breach closed = new Breach(start.plusSeconds(20), start.plusSeconds(30));
        Breach next = new Breach(start.plusSeconds(40), null);
        Duty duty = Events.duty("CN-CRPL-18", "4.2", Status.POLICY_BREACH, null);
        List<RecordEntry> record =
                new Events()
                        .duty(Change.BREACHED, duty.with(List.of(first, open)))
                        .duty(Change.SUPERSEDED, duty.with(List.of(closed)), first.to())
                        .duty(Change.SUPERSEDED, duty.with(List.of(next)), closed.to())
                        .all();
        for (int from = 0; from < record.size(); from += atOnce) {
            views.write(record.subList(from, Math.min(record.size(), from + atOnce)));
        }

        assertThat(
                        views.duties
                                .page(
                                        new DutyFilter(
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                java.util.Set.of(),
                                                null),
                                        Duties.Order.KEY,
                                        new Paging(null, 5))
                                .items())
                .singleElement()
                .satisfies(it -> assertThat(it.breachesSince()).isNull())
                .satisfies(it ->
                        assertThat(it.breaches())
                                .extracting(DutyEntry.Breach::from, DutyEntry.Breach::to)
                                .containsExactly(
                                        tuple(first.from(), first.to()),
                                        tuple(closed.from(), closed.to()),
                                        tuple(next.from(), null)));
    }

    @Test
    void countsAreThoseOfTheDuties() {
        views.write(longRecord(new Random(5)));

        for (ModelEntry model : views.models.page(new Paging(null, 500)).items()) {
            for (ModelEntry.Standing standing : model.standings()) {
                for (Status status : Status.values()) {
                    DutyFilter filter =
                            new DutyFilter(
                                    ModelId.parse(model.model()),
                                    standing.rulebook(),
                                    null,
                                    null,
                                    null,
                                    java.util.Set.of(status),
                                    null);
                    assertThat(standing.duties().getOrDefault(status, 0L))
                            .isEqualTo(
                                    views.duties
                                            .page(filter, Duties.Order.KEY, new Paging(null, 500))
                                            .items()
                                            .size());
                }
            }
        }
    }

    @Test
    void whatIsNoLongerJudgedGoesAndDoesNotComeBack() {
        List<RecordEntry> record = longRecord(new Random(9));
        views.write(record.subList(0, 1000));

        views.judgeOnly("cn-product");
        assertThat(rulebooks()).containsExactly("cn-product");
        views.write(record.subList(1000, record.size()));
        assertThat(rulebooks()).containsExactly("cn-product");
        Map<String, List<String>> stepByStep = views.everything();

        views.clear();
        views.write(record);
        assertThat(views.everything()).isEqualTo(stepByStep);
    }

    private List<String> rulebooks() {
        return views.jdbc
                .sql(
                        """
                        SELECT rulebook FROM ledger.view_duty
                        UNION SELECT rulebook FROM ledger.view_duty_count
                        UNION SELECT rulebook FROM ledger.view_exposure
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void aFactThatLeavesNothingIsCountedUnread() {
        ModelId model = new ModelId("acme", "m1");
        Instant time = Instant.parse("2026-07-01T00:00:00Z");
        RecordEntry silent =
                new Written(
                        1,
                        "org.dutyledger.coverage.observed.v1",
                        time,
                        new Events()
                                .fact(
                                        model,
                                        "c",
                                        "2026-07-01T00:00:00Z",
                                        new FactData.RiskReported("R-1", null, "user", true, true))
                                .all()
                                .getFirst()
                                .event());

        views.write(List.of(silent));

        assertThat(views.models.find(model).orElseThrow().item().facts()).isEqualTo(1);
        assertThat(views.everything().get("view_signal")).isEmpty();
    }

    @Test
    void instantsOfAnyYearAreWritten() {
        ModelId model = new ModelId("acme", "m1");
        Events events = new Events();
        events.fact(model, "a", "0000-01-01T00:00:00Z", confirmed("R-1"));
        events.fact(model, "b", "9999-12-31T23:59:59.999999999Z", confirmed("R-1"));
        events.duty(
                model,
                Events.LAW,
                Change.AROSE,
                Events.duty("CN-CC-1206-1", "R-1", Status.PENDING, "+10000-01-30T00:00:00Z"));

        views.write(events.all());

        ModelEntry entry = views.models.find(model).orElseThrow().item();
        assertThat(entry.firstFact()).isEqualTo("0000-01-01T00:00:00Z");
        assertThat(entry.lastFact()).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(entry.standings().getFirst().nextDue().due())
                .isEqualTo(Instant.parse("+10000-01-30T00:00:00Z"));
    }

    private static FactData confirmed(String risk) {
        return new FactData.RiskConfirmed(
                risk, Severity.S2, null, null, null, null, null, List.of(), null);
    }

    /** Facts and findings of five models under two rulebooks, in a random but repeatable order. */
    private static List<RecordEntry> longRecord(Random random) {
        Events events = new Events();
        for (int i = 0; i < 1500; i++) {
            ModelId model = new ModelId("acme", "model" + random.nextInt(5));
            String risk = "R-" + random.nextInt(20);
            String time = "2026-07-%02dT10:00:00.123456Z".formatted(1 + random.nextInt(28));
            Finding.Law law =
                    new Finding.Law(
                            random.nextBoolean() ? "cn-product" : "cn-service",
                            "a",
                            "acme/P1",
                            "b");
            Status status = Status.values()[random.nextInt(Status.values().length)];
            switch (random.nextInt(6)) {
                case 0 -> events.fact(model, "f" + i, time, confirmed(risk));
                case 1 ->
                        events.fact(
                                model,
                                "f" + i,
                                time,
                                new FactData.RiskReported(risk, null, "user", true, true));
                case 2 ->
                        events.fact(
                                model,
                                "f" + i,
                                time,
                                new FactData.FactWithdrawn(
                                        "f" + random.nextInt(i + 1), "wrong", null));
                case 3 -> events.exposure(model, random.nextInt(1000) + ".00");
                case 4, 5 ->
                        events.duty(
                                model,
                                law,
                                Change.AROSE,
                                Events.duty(
                                        "CN-CC-1206-1",
                                        risk,
                                        status,
                                        random.nextBoolean() ? null : time));
                default -> throw new AssertionError();
            }
        }
        return new ArrayList<>(events.all());
    }
}
