package org.dutyledger.ledger.store;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.Finding.Change;
import org.jspecify.annotations.Nullable;

/** CloudEvents types of what is recorded: {@code org.dutyledger.NAME.v1}. */
final class EventTypes {

    static final String EXPOSURE_CHANGED = type("exposure.changed");

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final Map<String, Change> CHANGES =
            Stream.of(Change.values())
                    .collect(Collectors.toUnmodifiableMap(EventTypes::of, change -> change));

    /** A fact's type is its record's name in words: {@code RiskConfirmed}, risk.confirmed. */
    private static final ClassValue<String> FACTS =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> data) {
                    String words = WORD_START.matcher(data.getSimpleName()).replaceAll(".");
                    return type(words.toLowerCase(Locale.ROOT));
                }
            };

    private EventTypes() {}

    static String of(FactData data) {
        return FACTS.get(data.getClass());
    }

    static String of(Finding finding) {
        return switch (finding) {
            case Finding.DutyChanged duty -> of(duty.change());
            case Finding.ExposureChanged _ -> EXPOSURE_CHANGED;
        };
    }

    static String of(Change change) {
        return type("duty." + change.wireName());
    }

    /** Null: not a change of a duty. */
    static @Nullable Change change(String type) {
        return CHANGES.get(type);
    }

    private static String type(String name) {
        return "org.dutyledger." + name + ".v1";
    }
}
