package org.dutyledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dutyledger.contract.codec.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class FactConsumerTest {

    @Test
    void keepsTheOrderOfEachModel() {
        try (var walk = new Walk(FactConsumerTest.class, "order", 3)) {
            List<String> models = List.of("a", "b", "c", "d", "e");
            var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
            for (int number = 0; number < 300; number++) {
                for (String model : models) {
                    byte[] fact = Facts.bytes(Facts.of(model, model + number));
                    records.add(
                            new ProducerRecord<>(walk.topic(), Facts.bytes("acme/" + model), fact));
                }
            }
            walk.send(records);
            walk.startConsumer();

            for (String model : models) {
                List<String> sent = IntStream.range(0, 300).mapToObj(n -> model + n).toList();
                Walk.await("all of " + model, () -> walk.recorded("acme/" + model).size() == 300);
                assertThat(walk.recorded("acme/" + model)).isEqualTo(sent);
            }
        }
    }

    @Test
    void readingTheWholeTopicAgainChangesNothing() {
        try (var walk = new Walk(FactConsumerTest.class, "again", 1)) {
            walk.send(Facts.range(0, 250));
            walk.send(Facts.bytes("{"));
            var consumer = walk.startConsumer();
            walk.awaitOffset(0, 251);
            consumer.stop();
            walk.database.update("UPDATE ledger.intake_offset SET next_offset = 0");

            consumer.start();
            walk.awaitOffset(0, 251);

            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 250));
            assertThat(walk.rejected.list(null, 10).facts()).hasSize(1);
            consumer.stop();
            assertThat(
                            walk.counted(
                                    "dutyledger.intake.facts",
                                    "door",
                                    "kafka",
                                    "verdict",
                                    "duplicate"))
                    .isEqualTo(250);
        }
    }

    @Test
    void aZombieRecordsNothing() {
        var asleep = new AtomicBoolean();
        try (var walk = new Walk(FactConsumerTest.class, "zombie", 1)) {
            var offsets =
                    new IntakeOffsets(JdbcClient.create(walk.database)) {
                        @Override
                        void advance(String topic, int partition, long next, long epoch) {
                            if (asleep.getAndSet(false)) {
                                walk.database.update(
                                        "UPDATE ledger.intake_offset SET epoch = epoch + 1");
                            }
                            super.advance(topic, partition, next, epoch);
                        }
                    };
            walk.startConsumer(offsets);
            walk.send(Facts.range(0, 10));
            walk.awaitOffset(0, 10);
            asleep.set(true);
            walk.send(Facts.range(10, 20));

            // Joining the group again makes it the owner, and the facts are recorded once.
            walk.awaitOffset(0, 20);
            assertThat(walk.counted("dutyledger.intake.fenced")).isEqualTo(1);
            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 20));
        }
    }

    @Test
    void anOvertakenEpochAdvancesNothing() {
        try (var walk = new Walk(FactConsumerTest.class, "epoch", 1)) {
            var offsets = new IntakeOffsets(JdbcClient.create(walk.database));
            var first = offsets.take("t", 0, 7);
            var second = offsets.take("t", 0, 0);

            assertThat(first).isEqualTo(new IntakeOffsets.Assignment(7, 1));
            assertThat(second).isEqualTo(new IntakeOffsets.Assignment(7, 2));
            offsets.advance("t", 0, 9, second.epoch());
            assertThatThrownBy(() -> offsets.advance("t", 0, 10, first.epoch()))
                    .isInstanceOf(FencedException.class);
            assertThatThrownBy(() -> offsets.advance("t", 0, 8, second.epoch()))
                    .isInstanceOf(FencedException.class);
            assertThat(offsets.take("t", 0, 0).next()).isEqualTo(9);
        }
    }

    @Test
    void aFailingDatabaseIsWaitedFor() {
        var down = new AtomicBoolean(true);
        try (var walk =
                new Walk(
                        FactConsumerTest.class,
                        "outage",
                        1,
                        recorder -> new Failing(recorder, down))) {
            var consumer = walk.startConsumer();
            var health = new IntakeHealth(consumer);
            walk.send(Facts.range(0, 5));
            Walk.await("waits", () -> consumer.state() instanceof ConsumerState.Waiting);
            assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
            assertThat(health.health().getDetails().get("cause").toString()).contains("gone away");
            assertThat(walk.nextOffset(0)).isZero();

            down.set(false);
            walk.awaitOffset(0, 5);
            Walk.await("reads", () -> consumer.state() instanceof ConsumerState.Reading);
            assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 5));
            assertThat(walk.rejected.list(null, 10).facts()).isEmpty();
        }
    }

    @Test
    void aFactThatCannotBeJudgedIsSetAsideAndItsPartitionGoesOn() {
        var broken = new AtomicBoolean(true);
        try (var walk =
                new Walk(
                        FactConsumerTest.class,
                        "defect",
                        1,
                        recorder -> new Stumbling(recorder, "f17", broken))) {
            walk.send(Facts.range(0, 60));
            walk.startConsumer();
            walk.awaitOffset(0, 60);

            List<String> others = new ArrayList<>(Facts.ids(0, 60));
            others.remove("f17");
            assertThat(walk.recorded("acme/medchat")).isEqualTo(others);
            RejectedFact aside = walk.rejected.list(null, 10).facts().getFirst();
            assertThat(aside.fact()).isEqualTo("f17");
            assertThat(aside.model()).isEqualTo("acme/medchat");
            assertThat(aside.type()).isEqualTo("org.dutyledger.risk.reported.v1");
            assertThat(aside.origin()).isEqualTo(new Origin.Kafka(walk.topic(), 0, 17));
            assertThat(aside.reasons())
                    .extracting(Reason::rule, Reason::found)
                    .containsExactly(
                            tuple("engine-error", "IllegalStateException: no rule for f17"));
            assertThat(walk.rejected.show(aside.id()).orElseThrow().content())
                    .isEqualTo(Facts.valid("f17"));

            broken.set(false);
            assertThat(walk.rejected.retry(aside.id()).orElseThrow().verdict())
                    .isEqualTo(FactVerdict.Outcome.RECORDED);
            assertThat(walk.recorded("acme/medchat")).contains("f17");
            assertThat(walk.rejected.show(aside.id()).orElseThrow().state())
                    .isEqualTo(RejectedFact.State.RETRIED);
        }
    }

    @Test
    void aDefectThatEveryFactBringsOutDoesNotEndTheRecordAmongTheRejected() {
        var broken = new AtomicBoolean(true);
        try (var walk =
                new Walk(
                        FactConsumerTest.class,
                        "defects",
                        1,
                        recorder -> new Stumbling(recorder, "f", broken))) {
            walk.send(Facts.range(0, 90));
            var consumer = walk.startConsumer();
            Walk.await("waits", () -> consumer.state() instanceof ConsumerState.Waiting);
            broken.set(false);
            walk.awaitOffset(0, 90);

            int aside = walk.rejected.list(null, 100).facts().size();
            assertThat(aside).isBetween(1, 40);
            assertThat(walk.recorded("acme/medchat")).hasSize(90 - aside);
        }
    }

    @Test
    void aCrashBetweenAppendAndCommitRepeatsWorkAndNotItsEffect() {
        var crashes = new AtomicInteger(2);
        try (var walk =
                new Walk(
                        FactConsumerTest.class,
                        "crash",
                        1,
                        recorder -> new Crashing(recorder, crashes))) {
            walk.send(Facts.range(0, 30));
            walk.send(Facts.bytes("not json"));
            walk.startConsumer();
            walk.awaitOffset(0, 31);

            assertThat(crashes.get()).isNegative();
            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 30));
            assertThat(walk.rejected.list(null, 10).facts()).hasSize(1);
        }
    }

    @Test
    void poisonIsRejectedWithItsReasonAndEverythingElseRecorded() {
        try (var walk = new Walk(FactConsumerTest.class, "poison", 1)) {
            Map<byte[], String> poison = Poison.ofEveryKind();
            var sent = new ArrayList<byte[]>();
            for (byte[] each : poison.keySet()) {
                sent.add(Facts.bytes(Facts.valid("f" + sent.size() / 2)));
                sent.add(each);
            }
            walk.send(sent.toArray(byte[][]::new));
            walk.startConsumer();
            walk.awaitOffset(0, sent.size());

            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, poison.size()));
            assertThat(walk.rejected.list(null, 100).facts().reversed())
                    .extracting(fact -> fact.reasons().getFirst().rule())
                    .containsExactlyElementsOf(poison.values());
        }
    }

    @Test
    void aConflictIsKeptAndNotRecorded() {
        try (var walk = new Walk(FactConsumerTest.class, "conflict", 1)) {
            String other = Facts.valid("f0").replace("said f0", "said otherwise");
            walk.send(
                    Facts.bytes(Facts.valid("f0")),
                    Facts.bytes(other),
                    Facts.bytes(Facts.valid("f0")));
            walk.startConsumer();
            walk.awaitOffset(0, 3);

            assertThat(walk.recorded("acme/medchat")).containsExactly("f0");
            assertThat(walk.rejected.list(null, 10).facts())
                    .extracting(RejectedFact::verdict, RejectedFact::fact, RejectedFact::source)
                    .containsExactly(
                            tuple(FactVerdict.Outcome.CONFLICT, "f0", "/providers/acme/triage"));
        }
    }

    @Test
    void recordsWithoutValueAndForeignKeysAreSeen() {
        try (var walk = new Walk(FactConsumerTest.class, "keys", 1)) {
            walk.send(
                    List.of(
                            new ProducerRecord<>(walk.topic(), Facts.bytes("acme/medchat"), null),
                            new ProducerRecord<>(
                                    walk.topic(),
                                    Facts.bytes("elsewhere"),
                                    Facts.bytes(Facts.valid("f0")))));
            walk.startConsumer();
            walk.awaitOffset(0, 2);

            assertThat(walk.recorded("acme/medchat")).containsExactly("f0");
            assertThat(walk.rejected.list(null, 10).facts().getFirst().reasons())
                    .extracting(Reason::rule)
                    .containsExactly("tombstone");
            assertThat(walk.counted("dutyledger.intake.foreign.keys")).isEqualTo(1);
        }
    }

    @Test
    void anInterruptLeftOverByATimeLimitDoesNotStopIt() {
        var late = new AtomicBoolean(true);
        try (var walk =
                new Walk(
                        FactConsumerTest.class,
                        "late",
                        1,
                        recorder ->
                                (facts, along) -> {
                                    if (late.getAndSet(false)) {
                                        Thread.currentThread().interrupt();
                                        throw new DataAccessResourceFailureException(
                                                "too late", new SQLException("late", "57014"));
                                    }
                                    return recorder.record(facts, along);
                                })) {
            walk.startConsumer();
            walk.send(Facts.range(0, 5));
            walk.awaitOffset(0, 5);

            assertThat(late).isFalse();
            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 5));
        }
    }

    @Test
    void recordsThatNobodyCanReadAnyMoreAreSaid() {
        try (var walk = new Walk(FactConsumerTest.class, "gap", 1)) {
            walk.database.update(
                    "INSERT INTO ledger.intake_offset VALUES (?, 0, 1000, 1)", walk.topic());
            walk.send(Facts.range(0, 5));
            var consumer = walk.startConsumer();

            Walk.await("waits", () -> consumer.state() instanceof ConsumerState.Waiting);
            assertThat(((ConsumerState.Waiting) consumer.state()).cause())
                    .contains("offsets 0 to 5, but recording goes on at 1000");

            walk.database.update("UPDATE ledger.intake_offset SET next_offset = 0");
            walk.awaitOffset(0, 5);
            assertThat(walk.recorded("acme/medchat")).isEqualTo(Facts.ids(0, 5));
        }
    }

    @Test
    void binaryModeIsReadWithItsHeaders() {
        try (var walk = new Walk(FactConsumerTest.class, "binary", 1)) {
            var record =
                    new ProducerRecord<>(
                            walk.topic(),
                            Facts.bytes("acme/medchat"),
                            Facts.bytes("{\"risk\":\"R-1\"}"));
            Map.of(
                            "content-type", "application/json",
                            "ce_specversion", "1.0",
                            "ce_id", "b1",
                            "ce_source", "/providers/acme/triage",
                            "ce_subject", "medchat",
                            "ce_type", "org.dutyledger.risk.reported.v1",
                            "ce_time", "2026-01-05T10:00:00+08:00")
                    .forEach((name, value) -> record.headers().add(name, Facts.bytes(value)));
            record.headers().add("trace", null);
            walk.send(List.of(record));
            walk.startConsumer();
            walk.awaitOffset(0, 1);

            assertThat(walk.recorded("acme/medchat")).containsExactly("b1");
        }
    }
}
