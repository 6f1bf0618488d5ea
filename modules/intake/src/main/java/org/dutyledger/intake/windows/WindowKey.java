package org.dutyledger.intake.windows;

import java.time.Instant;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Which window: what answers are told apart by, and when it begins.
 *
 * @param model whose answers
 * @param version the version that answered
 * @param surface where; null: not told
 * @param topic about what; null: not told
 * @param locale in which language; null: not told
 * @param from its begin
 */
record WindowKey(
        ModelId model,
        String version,
        @Nullable String surface,
        @Nullable String topic,
        @Nullable String locale,
        Instant from) {

    private static final String MARK = "\0";

    static WindowKey of(ModelId model, WarningShown shown, Instant from) {
        return new WindowKey(
                model, shown.version(), shown.surface(), shown.topic(), shown.locale(), from);
    }

    /** As text that {@link #read} takes; no name of the contract has a NUL or is empty. */
    String text() {
        return String.join(
                MARK,
                model.toString(),
                version,
                told(surface),
                told(topic),
                told(locale),
                Long.toString(from.toEpochMilli()));
    }

    static WindowKey read(String text) {
        String[] parts = text.split(MARK, -1);
        return new WindowKey(
                ModelId.parse(parts[0]),
                parts[1],
                untold(parts[2]),
                untold(parts[3]),
                untold(parts[4]),
                Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }

    private static String told(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static @Nullable String untold(String name) {
        return name.isEmpty() ? null : name;
    }
}
