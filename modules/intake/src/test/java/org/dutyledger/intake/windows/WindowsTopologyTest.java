package org.dutyledger.intake.windows;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.intake.IntakeProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The rules of counting, on Kafka Streams without a broker. */
class WindowsTopologyTest {

    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    private static final IntakeProperties.Topics TOPICS =
            new IntakeProperties.Topics("facts", "shown", "findings", "rejected");

    @TempDir Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> shown;
    private TestOutputTopic<byte[], byte[]> facts;
    private TestOutputTopic<byte[], byte[]> rejected;
    private int ids;

    @BeforeEach
    void start() {
        driver = driver("first");
        open();
    }

    private TopologyTestDriver driver(String name) {
        var properties =
                new WindowsProperties(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Duration.ofDays(30),
                        Duration.ofMinutes(5),
                        1,
                        state);
        var settings = new Properties();
        settings.put("application.id", name);
        settings.put("bootstrap.servers", "none:1");
        settings.put("state.dir", state.toString());
        return new TopologyTestDriver(
                WindowsTopology.of(TOPICS, properties, JsonMapper.builder().build()),
                settings,
                NOON);
    }

    private void open() {
        var out = new ByteArrayDeserializer();
        var in = new ByteArraySerializer();
        shown = driver.createInputTopic("shown", in, in);
        facts = driver.createOutputTopic("facts", out, out);
        rejected = driver.createOutputTopic("rejected", out, out);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aWindowIsToldOnceItsTimeAndGraceAreOver() {
        count("s-1", NOON, 100, 90);
        count("s-2", NOON.plusSeconds(299), 10, 10);
        driver.advanceWallClockTime(Duration.ofSeconds(300));
        assertThat(coverage()).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(coverage()).containsExactly(observed(110, 100));
        driver.advanceWallClockTime(Duration.ofDays(1));
        assertThat(coverage()).isEmpty();
    }

    @Test
    void lateCountsCloseTheWindowAgainUnderAHigherRevision() {
        count("s-1", NOON, 100, 90);
        closeAll();
        assertThat(coverage()).containsExactly(observed(100, 90));
        count("s-2", NOON.plusSeconds(1), 50, 0);
        closeAll();
        assertThat(coverage()).containsExactly(observed(150, 90));
    }

    @Test
    void whatIsSentTwiceCountsOnceWithAndWithoutNumbers() {
        for (int again = 0; again < 2; again++) {
            count("s-1", NOON, 100, 90);
            numbered(1, NOON, 10, 1);
            numbered(3, NOON, 10, 1);
        }
        numbered(2, NOON, 10, 1);
        closeAll();
        assertThat(coverage()).containsExactly(observed(130, 93));
    }

    @Test
    void aReplayTellsTheSameFacts() {
        count("s-1", NOON, 100, 90);
        count("s-2", NOON, 1, 1);
        closeAll();
        List<byte[]> first = facts.readValuesToList();
        driver.close();
        driver = driver("second");
        open();
        count("s-2", NOON, 1, 1);
        count("s-1", NOON, 100, 90);
        closeAll();
        assertThat(facts.readValuesToList())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(first);
    }

    @Test
    void whatCannotBeCountedIsRefusedWithReasonsAndTheRestGoesOn() {
        send("{", null);
        count("s-1", NOON.plus(Duration.ofDays(1)), 1, 1);
        count("s-2", NOON.minus(Duration.ofDays(365)), 1, 1);
        count("s-3", NOON, -1, 0);
        count("s-4", NOON, 1, 2);
        send(event("s-5", NOON, 1, 1).replace("warning.shown", "risk.reported"), null);
        count("s-6", NOON, 7, 7);
        closeAll();
        assertThat(rejected.readValuesToList())
                .extracting(it -> new String(it, UTF_8))
                .satisfiesExactly(
                        it -> assertThat(it).contains("\"json\""),
                        it -> assertThat(it).contains("\"future\"", "s-1"),
                        it -> assertThat(it).contains("\"too-old\"", "s-2"),
                        it -> assertThat(it).contains("\"minimum\"", "s-3"),
                        it -> assertThat(it).contains("\"order\"", "s-4"),
                        it -> assertThat(it).contains("s-5"));
        assertThat(coverage()).containsExactly(observed(7, 7));
    }

    private void closeAll() {
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        driver.advanceWallClockTime(Duration.ofMinutes(7));
        driver.advanceWallClockTime(Duration.ofMinutes(7));
    }

    private static CoverageObserved observed(long outputs, long warned) {
        return new CoverageObserved(
                "1.0", NOON, NOON.plusSeconds(300), outputs, warned, "app", null, null, outputs);
    }

    private List<CoverageObserved> coverage() {
        return facts.readValuesToList().stream()
                .map(it -> ((Reading.Read) new FactReader().read(it)).fact())
                .map(Fact::data)
                .map(CoverageObserved.class::cast)
                .toList();
    }

    private void count(String id, Instant from, long outputs, long warned) {
        send(event(id, from, outputs, warned), null);
    }

    private void numbered(long number, Instant from, long outputs, long warned) {
        send(event("n-" + number + "-" + ids++, from, outputs, warned), number);
    }

    private void send(String event, Long number) {
        var headers = new RecordHeaders();
        if (number != null) {
            headers.add("ce_sequence", String.format("%016x", number).getBytes(US_ASCII));
            headers.add("content-type", "application/cloudevents+json".getBytes(US_ASCII));
        }
        shown.pipeInput(new TestRecord<>(new byte[0], event.getBytes(UTF_8), headers, NOON));
    }

    private static String event(String id, Instant from, long outputs, long warned) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "/providers/acme/t", "subject": "medchat",
         "type": "org.dutyledger.warning.shown.v1", "time": "%s",
         "data": {"version": "1.0", "surface": "app", "outputs": %d, "warned": %d}}
        """
                .formatted(id, from, outputs, warned);
    }
}
