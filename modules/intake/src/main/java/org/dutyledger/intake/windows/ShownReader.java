package org.dutyledger.intake.windows;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Instants;
import org.dutyledger.contract.codec.KafkaEvents;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;

/** Reads a record of the topic of warnings shown and says in which window it counts. */
final class ShownReader {

    /** The rule of a reason: the counts end later than they arrived. */
    static final String FUTURE = "future";

    /** The rule of a reason: the counts are older than is counted. */
    static final String TOO_OLD = "too-old";

    /** The rule of a reason: the counts reach over the end of a window. */
    static final String WINDOW = "window";

    /** What a record says: counts of a window, or reasons against it. */
    sealed interface Shown {

        /** Counts of a window. */
        record In(WindowKey window, Counts counts, Fact fact) implements Shown {}

        /** Reasons against it. */
        record Refused(Reading reading, List<Reason> reasons) implements Shown {}
    }

    private final FactReader reader = new FactReader();
    private final WindowsProperties properties;

    ShownReader(WindowsProperties properties) {
        this.properties = properties;
    }

    /**
     * @param arrived when Kafka took it: what is too old is so however late it is read
     */
    Shown read(Headers headers, byte @Nullable [] value, Instant arrived) {
        Reading reading =
                reader.read(
                        KafkaEvents.structured(
                                each ->
                                        headers.forEach(it -> {
                                            if (it.value() != null) {
                                                each.accept(it.key(), it.value());
                                            }
                                        }),
                                value));
        return switch (reading) {
            case Reading.Refused refused -> new Shown.Refused(refused, refused.reasons());
            case Reading.Read read ->
                    read.fact().data() instanceof WarningShown shown
                            ? placed(read, shown, arrived)
                            : refused(
                                    read,
                                    new Reason(
                                            "/type",
                                            "enum",
                                            "another type",
                                            "org.dutyledger.warning.shown.v1"));
        };
    }

    private Shown placed(Reading.Read read, WarningShown shown, Instant arrived) {
        Fact fact = read.fact();
        Instant from = shown.from() == null ? fact.time() : shown.from();
        Instant to = shown.to() == null ? from : shown.to();
        String pointer = shown.from() == null ? "/time" : "/data/from";
        if (to.isAfter(arrived.plus(properties.ahead()))) {
            return refused(read, reason(pointer, FUTURE, to, "no later than " + arrived));
        }
        if (from.isBefore(arrived.minus(properties.oldest()))) {
            return refused(
                    read,
                    reason(
                            pointer,
                            TOO_OLD,
                            from,
                            "at most " + properties.oldest() + " before it arrived"));
        }
        long length = properties.length().toMillis();
        Instant begins = Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli(), length) * length);
        if (to.isAfter(begins.plus(properties.length()))) {
            return refused(
                    read,
                    reason(pointer, WINDOW, to, "within one window of " + properties.length()));
        }
        return new Shown.In(
                WindowKey.of(fact.model(), shown, begins),
                new Counts(shown.outputs(), shown.warned()),
                fact);
    }

    private static Reason reason(String pointer, String rule, Instant found, String expected) {
        return new Reason(pointer, rule, Instants.print(found), expected);
    }

    private static Shown refused(Reading.Read read, Reason reason) {
        return new Shown.Refused(read, List.of(reason));
    }
}
