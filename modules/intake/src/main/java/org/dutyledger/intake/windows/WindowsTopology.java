package org.dutyledger.intake.windows;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.dutyledger.intake.IntakeProperties;
import org.dutyledger.intake.RejectedMessage;
import tools.jackson.databind.json.JsonMapper;

/** From the topic of warnings shown to those of facts and of rejected facts. */
final class WindowsTopology {

    private WindowsTopology() {}

    static Topology of(
            IntakeProperties.Topics topics, WindowsProperties properties, JsonMapper json) {
        var reader = new ShownReader(properties);
        var refusals = new Refusals(new RejectedMessage(topics.rejected(), json));
        var coverage = new CoverageJson(json, properties.length());
        var bytes = Serdes.ByteArray();
        var builder = new StreamsBuilder();
        builder.addStateStore(memory(PartCounter.PARTS));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(PartCounter.NUMBERS),
                                Serdes.String(),
                                bytes)
                        .withCachingEnabled());
        Duration kept = properties.oldest().plus(Duration.ofDays(1));
        builder.addStateStore(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                PartCounter.IDS, kept, properties.length(), false),
                        Serdes.String(),
                        bytes));
        builder.addStateStore(disk(WindowCloser.WINDOWS));
        builder.addStateStore(disk(WindowCloser.WAITING));
        builder.addStateStore(disk(WindowCloser.DUE));

        KStream<String, Step> steps =
                builder.stream(
                                topics.warningsShown(),
                                Consumed.with(bytes, bytes).withName("shown"))
                        .process(
                                () -> new PartCounter(reader, refusals),
                                Named.as("count"),
                                PartCounter.PARTS,
                                PartCounter.NUMBERS,
                                PartCounter.IDS);
        steps.flatMapValues(
                        step ->
                                step instanceof Step.Refused(byte[] event)
                                        ? List.of(event)
                                        : List.<byte[]>of(),
                        Named.as("refused"))
                .to(topics.rejected(), Produced.with(Serdes.String(), bytes).withName("rejected"));
        steps.flatMapValues(
                        step ->
                                step instanceof Step.Part(Counts counts)
                                        ? List.of(counts)
                                        : List.<Counts>of(),
                        Named.as("counted"))
                .repartition(Repartitioned.with(Serdes.String(), Counts.serde()).withName("parts"))
                .process(
                        () -> new WindowCloser(properties, coverage),
                        Named.as("close"),
                        WindowCloser.WINDOWS,
                        WindowCloser.WAITING,
                        WindowCloser.DUE)
                .to(topics.facts(), Produced.with(bytes, bytes).withName("facts"));
        return builder.build();
    }

    private static StoreBuilder<KeyValueStore<String, Counts>> memory(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), Counts.serde())
                .withCachingEnabled();
    }

    private static StoreBuilder<KeyValueStore<String, Counts>> disk(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Counts.serde())
                .withCachingEnabled();
    }
}
