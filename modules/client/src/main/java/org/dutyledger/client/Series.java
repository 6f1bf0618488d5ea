package org.dutyledger.client;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What answers are counted by.
 *
 * @param model the model, a slug
 * @param version the version that answered
 * @param surface where; null: not told
 * @param topic about what; null: not told
 * @param locale in which language (BCP 47); null: not told
 * @param warning id of the notice; null: not told
 */
public record Series(
        String model,
        String version,
        @Nullable String surface,
        @Nullable String topic,
        @Nullable String locale,
        @Nullable String warning) {

    private static final String UNTOLD = "";
    private static final String MARK = "\0";

    /** The answers of a version, not told apart any further. */
    public static Series of(String model, String version) {
        return new Series(model, version, null, null, null, null);
    }

    /** The same on a surface. */
    public Series on(String surface) {
        return new Series(model, version, surface, topic, locale, warning);
    }

    /** The same about a topic. */
    public Series about(String topic) {
        return new Series(model, version, surface, topic, locale, warning);
    }

    /** The same in a language (BCP 47). */
    public Series in(String locale) {
        return new Series(model, version, surface, topic, locale, warning);
    }

    /** The same under one notice. */
    public Series under(String warning) {
        return new Series(model, version, surface, topic, locale, warning);
    }

    /** As bytes that {@link #read} takes. No name of the contract has a NUL or is empty. */
    byte[] bytes() {
        return String.join(
                        MARK,
                        model,
                        version,
                        told(surface),
                        told(topic),
                        told(locale),
                        told(warning))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Series read(byte[] bytes) {
        String[] names = new String(bytes, StandardCharsets.UTF_8).split(MARK, -1);
        return new Series(
                names[0],
                names[1],
                untold(names[2]),
                untold(names[3]),
                untold(names[4]),
                untold(names[5]));
    }

    private static String told(@Nullable String name) {
        return name == null ? UNTOLD : name;
    }

    private static @Nullable String untold(String name) {
        return name.equals(UNTOLD) ? null : name;
    }
}
