package org.dutyledger.intake.windows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.dutyledger.contract.Fact;
import org.dutyledger.intake.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Counts what arrives in one partition and hands the parts on once a second: however many records a
 * model sends, and over however many partitions a sender spreads them, a window gets one part a
 * partition and second. What comes again under the same source and id counts once.
 */
final class PartCounter extends ContextualProcessor<byte[], byte[], String, Step> {

    static final String PARTS = "parts";
    static final String NUMBERS = "numbers";
    static final String IDS = "ids";

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final String SEQUENCE = "ce_sequence";
    private static final int DIGITS = 16;
    private static final byte[] SEEN = {};

    private final ShownReader reader;
    private final Refusals refusals;
    private @Nullable Stores stores;

    /** Its state. */
    private record Stores(
            KeyValueStore<String, Counts> parts,
            KeyValueStore<String, byte[]> numbers,
            WindowStore<String, byte[]> ids) {}

    PartCounter(ShownReader reader, Refusals refusals) {
        this.reader = reader;
        this.refusals = refusals;
    }

    @Override
    public void init(ProcessorContext<String, Step> context) {
        super.init(context);
        var its =
                new Stores(
                        context.getStateStore(PARTS),
                        context.getStateStore(NUMBERS),
                        context.getStateStore(IDS));
        stores = its;
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> handOn(its.parts, now));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Stores its = stores;
        if (its == null) {
            throw new IllegalStateException("not initialised");
        }
        Instant arrived = Instant.ofEpochMilli(record.timestamp());
        switch (reader.read(record.headers(), record.value(), arrived)) {
            case ShownReader.Shown.In in -> {
                if (in.counts().outputs() > 0 && isNew(its, record.headers(), in)) {
                    String window = in.window().text();
                    Counts before = its.parts.get(window);
                    its.parts.put(window, before == null ? in.counts() : before.plus(in.counts()));
                }
            }
            case ShownReader.Shown.Refused refused -> {
                Origin.Kafka origin = origin();
                byte[] event =
                        refusals.event(origin, arrived, refused.reading(), refused.reasons());
                context().forward(new Record<>("", new Step.Refused(event), record.timestamp()));
            }
        }
    }

    private Origin.Kafka origin() {
        var metadata = context().recordMetadata().orElseThrow();
        return new Origin.Kafka(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** A source that numbers its events costs a few bytes for ever, another some for each event. */
    private static boolean isNew(Stores its, Headers headers, ShownReader.Shown.In in) {
        Fact fact = in.fact();
        long number = number(headers.lastHeader(SEQUENCE));
        if (number > 0) {
            String source = fact.key().source();
            byte[] seen = SeenNumbers.with(its.numbers.get(source), number);
            if (seen == null) {
                return false;
            }
            its.numbers.put(source, seen);
            return true;
        }
        String id = fact.key().source() + "|" + fact.key().id();
        long window = in.window().from().toEpochMilli();
        if (its.ids.fetch(id, window) != null) {
            return false;
        }
        its.ids.put(id, SEEN, window);
        return true;
    }

    /** The number that the sender gave, 16 hexadecimal digits; 0: none. */
    private static long number(@Nullable Header header) {
        if (header == null || header.value() == null || header.value().length != DIGITS) {
            return 0;
        }
        try {
            return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void handOn(KeyValueStore<String, Counts> parts, long now) {
        List<KeyValue<String, Counts>> all = new ArrayList<>();
        try (KeyValueIterator<String, Counts> each = parts.all()) {
            each.forEachRemaining(all::add);
        }
        for (KeyValue<String, Counts> it : all) {
            context().forward(new Record<>(it.key, new Step.Part(it.value), now));
            parts.delete(it.key);
        }
    }
}
