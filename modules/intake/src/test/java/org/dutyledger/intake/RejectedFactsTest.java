package org.dutyledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.dutyledger.contract.codec.FactReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RejectedFactsTest {

    private final FactReader reader = new FactReader();
    private final JsonMapper json = new JsonMapper();

    @Test
    void areToldToTheirTopicWithReasonsAndBytes() {
        try (var walk = new Walk(RejectedFactsTest.class, "told", 1)) {
            String unknownType = Facts.valid("x").replace("risk.reported", "risk.imagined");
            walk.send(Facts.bytes(unknownType), Facts.bytes("{"));
            walk.startConsumer();
            walk.startPublisher();

            List<ConsumerRecord<String, String>> told = told(walk, 2);
            assertThat(told.getFirst().key()).isEqualTo("/providers/acme/triage|x");
            assertThat(told.getLast().key()).isNull();
            JsonNode event = json.readTree(told.getFirst().value());
            assertThat(event.path("specversion").asString()).isEqualTo("1.0");
            assertThat(event.path("type").asString()).isEqualTo("org.dutyledger.fact.rejected.v1");
            assertThat(event.path("subject").asString()).isEqualTo("acme/medchat");
            JsonNode data = event.path("data");
            assertThat(data.path("verdict").asString()).isEqualTo("rejected");
            assertThat(data.path("reasons").path(0).path("pointer").asString()).isEqualTo("/type");
            assertThat(data.path("topic").asString()).isEqualTo(walk.topic());
            assertThat(data.path("offset").asLong()).isZero();
            assertThat(Base64.getDecoder().decode(data.path("bytes").asString()))
                    .isEqualTo(Facts.bytes(unknownType));
        }
    }

    @Test
    void areToldAgainAfterACrashBetweenTellingAndNoting() {
        try (var walk = new Walk(RejectedFactsTest.class, "twice", 1)) {
            reject(walk, "{");
            var seen = new ArrayList<Long>();
            assertThatThrownBy(() ->
                            walk.rejected.publish(entries -> {
                                entries.forEach(e -> seen.add(e.fact().id()));
                                throw new IllegalStateException("killed");
                            }))
                    .hasMessage("killed");

            walk.startPublisher();
            List<ConsumerRecord<String, String>> told = told(walk, 1);
            assertThat(json.readTree(told.getFirst().value()).path("id").asString())
                    .isEqualTo(seen.getFirst().toString());
        }
    }

    @Test
    void areReadAgainUnderTodaysSchema() {
        try (var walk = new Walk(RejectedFactsTest.class, "retry", 1)) {
            reject(walk, "{");
            long id = walk.rejected.list(null, 1).facts().getFirst().id();
            assertThat(walk.rejected.retry(id).orElseThrow().verdict())
                    .isEqualTo(FactVerdict.Outcome.REJECTED);

            // As if the schema had not known this fact when it came.
            walk.database.update(
                    "UPDATE ledger.rejected_fact SET bytes = ?, size = length(?::bytea)",
                    Facts.bytes(Facts.valid("f0")),
                    Facts.bytes(Facts.valid("f0")));
            assertThat(walk.rejected.retry(id).orElseThrow())
                    .isEqualTo(
                            new FactVerdict(
                                    "/providers/acme/triage",
                                    "f0",
                                    FactVerdict.Outcome.RECORDED,
                                    List.of()));
            assertThat(walk.rejected.retry(id).orElseThrow().verdict())
                    .isEqualTo(FactVerdict.Outcome.DUPLICATE);
            assertThat(walk.recorded("acme/medchat")).containsExactly("f0");
            assertThat(walk.rejected.retry(id + 1)).isEmpty();
        }
    }

    @Test
    void areListedNewestFirstInPages() {
        try (var walk = new Walk(RejectedFactsTest.class, "pages", 1)) {
            IntStream.range(0, 5).forEach(number -> reject(walk, "{".repeat(number + 1)));

            var first = walk.rejected.list(null, 2);
            var second = walk.rejected.list(first.next(), 2);
            var third = walk.rejected.list(second.next(), 2);
            assertThat(first.facts()).extracting(RejectedFact::size).containsExactly(5L, 4L);
            assertThat(second.facts()).extracting(RejectedFact::size).containsExactly(3L, 2L);
            assertThat(third.facts()).extracting(RejectedFact::size).containsExactly(1L);
            assertThat(third.next()).isNull();
            assertThatThrownBy(() -> walk.rejected.list(null, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepNoMoreThanAFactMayHave() {
        try (var walk = new Walk(RejectedFactsTest.class, "large", 1)) {
            String text = "x".repeat(10_000_000);
            reject(walk, Facts.valid("huge").replace("said huge", text));

            RejectedFact kept = walk.rejected.list(null, 1).facts().getFirst();
            assertThat(kept.size()).isGreaterThan(10_000_000);
            assertThat(walk.rejected.show(kept.id()).orElseThrow().content())
                    .hasSize(FactReader.MAX_BYTES);
            assertThat(walk.rejected.retry(kept.id()).orElseThrow().reasons().getFirst().rule())
                    .isEqualTo("too-large");
        }
    }

    @Test
    void surviveWhatPostgresqlCannotHold() {
        try (var walk = new Walk(RejectedFactsTest.class, "nul", 1)) {
            reject(walk, Facts.valid("a\\u0000b\\ud800").replace("risk.reported", "nothing"));

            assertThat(walk.rejected.list(null, 1).facts()).hasSize(1);
        }
    }

    @Test
    void endWithTheirRetention() {
        try (var walk = new Walk(RejectedFactsTest.class, "ends", 1)) {
            reject(walk, "{");
            reject(walk, "{{");
            walk.database.update(
                    "UPDATE ledger.rejected_fact SET received = received - interval '31 days' WHERE size = 1");

            assertThat(walk.rejected.deleteOlderThan(Duration.ofDays(30))).isEqualTo(1);
            assertThat(walk.rejected.list(null, 10).facts())
                    .extracting(RejectedFact::size)
                    .containsExactly(2L);
        }
    }

    private void reject(Walk walk, String text) {
        var arrival = new Arrival(new Origin.Http(), reader.read(Facts.bytes(text)));
        assertThat(walk.recorder.record(List.of(arrival), Progress.NONE))
                .extracting(FactVerdict::verdict)
                .containsExactly(FactVerdict.Outcome.REJECTED);
    }

    private static List<ConsumerRecord<String, String>> told(Walk walk, int count) {
        var told = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer =
                new KafkaConsumer<>(
                        walk.kafka, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(walk.properties.topics().rejected(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Walk.await(
                    count + " rejected facts on the topic",
                    () -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(told::add);
                        return told.size() >= count;
                    });
        }
        return told;
    }

    @Test
    void aRepeatedRequestIsTheSameRejectedFact() {
        try (var walk = new Walk(RejectedFactsTest.class, "same", 1)) {
            reject(walk, "{");
            reject(walk, "{");

            assertThat(walk.rejected.list(null, 10).facts()).hasSize(1);
            assertThat(walk.counted("dutyledger.intake.reasons", "reason", "json")).isEqualTo(2);
        }
    }
}
