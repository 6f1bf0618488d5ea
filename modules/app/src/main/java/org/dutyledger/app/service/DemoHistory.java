package org.dutyledger.app.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FactLines;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.intake.IntakeProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The real history that comes with the product, sent as a provider's own system would send it. */
@Component
public class DemoHistory {

    /** The policy it is judged by. */
    public static final String POLICY = "classpath:demo/policy.yaml";

    private static final String HISTORY = "demo/history.jsonl";
    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final KafkaConnectionDetails kafka;
    private final String topic;

    DemoHistory(KafkaConnectionDetails kafka, IntakeProperties intake) {
        this.kafka = kafka;
        this.topic = intake.topics().facts();
    }

    /** How many facts it has. */
    public long size() {
        return events().size();
    }

    /** How many facts of each model. */
    public Map<ModelId, Long> facts() {
        var facts = new HashMap<ModelId, Long>();
        events().forEach(event -> facts.merge(event.model(), 1L, Long::sum));
        return facts;
    }

    /** Sends all of it to the facts topic and returns when the broker has it. */
    public void send() throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer =
                new KafkaProducer<>(
                        settings(), new StringSerializer(), new ByteArraySerializer())) {
            for (Event event : events()) {
                var message = new ProducerRecord<>(topic, event.model().toString(), event.bytes());
                message.headers()
                        .add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
                sent.add(producer.send(message));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the history", e);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", kafka.getBootstrapServers()),
                ProducerConfig.ACKS_CONFIG,
                "all",
                // A topic just made may refuse its first batch and take the second; of several in
                // flight the first would then be out of order for ever
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
    }

    private record Event(ModelId model, byte[] bytes) {}

    private static List<Event> events() {
        var reader = new FactReader();
        var events = new ArrayList<Event>();
        try (InputStream in = new ClassPathResource(HISTORY).getInputStream();
                var lines = new FactLines(in)) {
            for (FactLines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (reader.read(line.bytes())) {
                    case Reading.Read read ->
                            events.add(new Event(read.fact().model(), read.bytes()));
                    case Reading.Refused refused ->
                            throw new IllegalStateException(
                                    "line %d of the history: %s"
                                            .formatted(line.number(), refused.reasons()));
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
