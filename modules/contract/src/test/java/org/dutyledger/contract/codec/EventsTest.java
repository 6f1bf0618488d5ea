package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.codec.HttpEvents.Body;
import org.junit.jupiter.api.Test;

/** What the CloudEvents SDK writes in any mode is read as the same fact. */
class EventsTest {

    private static final String FACT =
            """
            {"specversion":"1.0","id":"f \\"1\\" é","source":"/providers/acme/x","subject":"m",\
            "type":"org.dutyledger.risk.dismissed.v1","time":"2027-03-01T00:00:00Z","partitionkey":"acme/m",\
            "data": {"risk":"R-1",  "reason":"漢", "own": 1.50}}\
            """;

    private final FactReader reader = new FactReader();

    @Test
    void everySampleThroughTheSdkInEveryKafkaMode() {
        for (String line : Samples.golden()) {
            Fact expected = fact(Samples.bytes(line));
            CloudEvent event = deserialize(Samples.bytes(line));

            assertThat(fact(kafka(event, Encoding.STRUCTURED))).as(line).isEqualTo(expected);
            assertThat(fact(kafka(event, Encoding.BINARY))).as(line).isEqualTo(expected);
        }
    }

    @Test
    void kafkaBinaryKeepsTheDataByteForByte() {
        byte[] data = Samples.bytes(" {\"risk\":\"R-1\",\n \"reason\" : \"漢\", \"own\": 1.50 } ");
        byte[] event = KafkaEvents.structured(headers("application/json; charset=utf-8"), data);

        assertThat(new String(event, StandardCharsets.UTF_8))
                .contains("\"data\":" + new String(data, StandardCharsets.UTF_8));
        assertThat(fact(event).id()).isEqualTo("f\"1\\");
    }

    @Test
    void kafkaStructuredIsTheValueItself() {
        byte[] value = Samples.bytes(FACT);

        assertThat(KafkaEvents.structured(each -> {}, value)).isSameAs(value);
        assertThat(
                        KafkaEvents.structured(
                                headers("application/cloudevents+json; charset=UTF-8"), value))
                .isSameAs(value);
        assertThat(KafkaEvents.structured(each -> {}, null)).isEmpty();
    }

    @Test
    void binaryDataCannotPassForAttributes() {
        byte[] data =
                Samples.bytes(
                        "{\"risk\":\"R-1\",\"reason\":\"\"},\"partitionkey\":\"acme/m\",\"x\":{}");

        assertThat(reasons(KafkaEvents.structured(headers("application/json"), data)))
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder("/data", "/data_base64");
    }

    @Test
    void badUtf8InAHeaderIsAReason() {
        byte[] bad = {'f', (byte) 0xff};
        Headers headers =
                each -> {
                    headers("application/json").forEach(each);
                    each.accept("ce_extra", bad);
                };

        assertThat(reasons(KafkaEvents.structured(headers, Samples.bytes("{}"))))
                .extracting(Reason::rule)
                .containsExactly(Reason.UTF_8);
    }

    @Test
    void httpSingle() {
        byte[] body = Samples.bytes(FACT);

        assertThat(events(Map.of("Content-Type", "application/cloudevents+json"), body))
                .containsExactly(body);
    }

    @Test
    void httpBinary() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("CE-Specversion", "1.0");
        headers.put("ce-id", "f%20%221%22%20%C3%A9");
        headers.put("ce-source", "/providers/acme/x");
        headers.put("ce-subject", "m");
        headers.put("ce-type", "org.dutyledger.risk.dismissed.v1");
        headers.put("ce-time", "2027-03-01T00:00:00Z");
        headers.put("Accept", "*/*");
        byte[] data = Samples.bytes("{\"risk\":\"R-1\",\"reason\":\"漢\"}");

        assertThat(fact(events(headers, data).get(0))).isEqualTo(fact(Samples.bytes(FACT)));
    }

    @Test
    void httpBatchKeepsEachElementAndItsFaultsApart() {
        String batch =
                " [ "
                        + FACT
                        + " , {\"a\":tru, \"b\":[1,2]} ,\n\"],[\\\"\", {\"x\":[}]},7,\u0000,{}] ";

        List<byte[]> events = batch(Samples.bytes(batch));
        assertThat(events.stream().map(e -> new String(e, StandardCharsets.UTF_8)))
                .containsExactly(
                        FACT,
                        "{\"a\":tru, \"b\":[1,2]}",
                        "\"],[\\\"\"",
                        "{\"x\":[}]}",
                        "7",
                        "\u0000",
                        "{}");
        assertThat(fact(events.get(0))).isEqualTo(fact(Samples.bytes(FACT)));
        assertThat(batch(Samples.bytes(" [ ] "))).isEmpty();
        assertThat(batch(Samples.bytes("[{},]"))).hasSize(2);
    }

    @Test
    void whatIsNoBatchIsSaid() {
        for (String body : List.of("", "{}", "[{}", "[{}] x", "[\"]", "[{]")) {
            assertThat(
                            HttpEvents.events(
                                    Map.of("content-type", "application/cloudevents-batch+json"),
                                    Samples.bytes(body)))
                    .as(body)
                    .isInstanceOfSatisfying(
                            Body.Unreadable.class,
                            b -> assertThat(b.reason().rule()).isEqualTo(Reason.JSON));
        }
    }

    @Test
    void whatIsNoEventIsSaid() {
        for (String type :
                List.of("text/plain", "application/json", "application/cloudevents+avro")) {
            assertThat(HttpEvents.events(Map.of("content-type", type), Samples.bytes("{}")))
                    .as(type)
                    .isInstanceOfSatisfying(
                            Body.Unreadable.class,
                            b -> assertThat(b.reason().rule()).isEqualTo(Reason.CONTENT_TYPE));
        }
    }

    private byte[] kafka(CloudEvent event, Encoding encoding) {
        RecordHeaders headers = new RecordHeaders();
        try (CloudEventSerializer serializer = new CloudEventSerializer()) {
            serializer.configure(
                    encoding == Encoding.BINARY
                            ? Map.of(CloudEventSerializer.ENCODING_CONFIG, encoding)
                            : Map.of(
                                    CloudEventSerializer.ENCODING_CONFIG,
                                    encoding,
                                    CloudEventSerializer.EVENT_FORMAT_CONFIG,
                                    JsonFormat.CONTENT_TYPE),
                    false);
            byte[] value = serializer.serialize("dutyledger.facts", headers, event);
            return KafkaEvents.structured(
                    each -> headers.forEach(h -> each.accept(h.key(), h.value())), value);
        }
    }

    private static Headers headers(String contentType) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", "f\"1\\");
        attributes.put("ce_source", "/providers/acme/x");
        attributes.put("ce_subject", "m");
        attributes.put("ce_type", "org.dutyledger.risk.dismissed.v1");
        attributes.put("ce_time", "2027-03-01T00:00:00Z");
        attributes.put("content-type", contentType);
        attributes.put("traceparent", "00-1-2-00");
        return each -> attributes.forEach((k, v) -> each.accept(k, Samples.bytes(v)));
    }

    private static CloudEvent deserialize(byte[] event) {
        return Objects.requireNonNull(
                        EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                .deserialize(event);
    }

    private List<byte[]> batch(byte[] body) {
        return events(Map.of("content-type", "application/cloudevents-batch+json"), body);
    }

    private static List<byte[]> events(Map<String, String> headers, byte[] body) {
        Body read = HttpEvents.events(headers, body);
        assertThat(read).isInstanceOf(Body.Events.class);
        return ((Body.Events) read).events();
    }

    private List<Reason> reasons(byte[] event) {
        Reading reading = reader.read(event);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).reasons();
    }

    private Fact fact(byte[] event) {
        Reading reading = reader.read(event);
        assertThat(reading)
                .as(new String(event, StandardCharsets.UTF_8))
                .isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).fact();
    }
}
