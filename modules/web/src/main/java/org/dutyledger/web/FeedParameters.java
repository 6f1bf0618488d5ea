package org.dutyledger.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.schema.Schemas;
import org.dutyledger.feed.FeedFilter;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the feed. */
final class FeedParameters {

    static final int MOST = 1000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final String LAST = "last";

    private FeedParameters() {}

    static FeedFilter filter(
            @Nullable String provider,
            @Nullable List<String> model,
            @Nullable List<String> type,
            @Nullable String rulebook,
            @Nullable String rule,
            @Nullable String about,
            @Nullable String kind,
            @Nullable List<String> status) {
        return new FeedFilter(
                provider,
                models(model),
                types(type),
                Parameters.rulebookId(rulebook),
                rule,
                about,
                Parameters.kind(kind),
                Parameters.status(status));
    }

    /**
     * A sequence from 0; nothing: 0.
     *
     * @throws AheadOfRecordException if the record ends before it
     */
    static long after(String name, @Nullable String text, long last) {
        if (text == null) {
            return 0;
        }
        if (text.equals(LAST)) {
            return last;
        }
        try {
            long after = Long.parseLong(text);
            if (after > last) {
                throw new AheadOfRecordException(after, last);
            }
            if (after >= 0) {
                return after;
            }
        } catch (NumberFormatException e) {
            throw badAfter(name, text);
        }
        throw badAfter(name, text);
    }

    private static InvalidParameterException badAfter(String name, String text) {
        return new InvalidParameterException(
                name, text, "the sequence up to which everything was seen, from 0; or last");
    }

    /** Seconds, or an ISO 8601 length; nothing: none. */
    static Duration waiting(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration wait =
                    text.startsWith("P")
                            ? Duration.parse(text)
                            : Duration.ofSeconds(Long.parseLong(text));
            if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw badWait(text);
        }
        throw badWait(text);
    }

    private static InvalidParameterException badWait(String text) {
        return new InvalidParameterException("wait", text, "0 to 60 seconds, such as 30 or PT30S");
    }

    private static Set<String> types(@Nullable List<String> texts) {
        return each(texts).map(FeedParameters::type).collect(Collectors.toSet());
    }

    private static String type(String text) {
        try {
            return FeedFilter.type(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "type", text, "one of " + Schemas.findings() + ", or short: duty.breached");
        }
    }

    private static Set<ModelId> models(@Nullable List<String> texts) {
        Set<ModelId> models = new TreeSet<>();
        each(texts)
                .forEach(text -> {
                    ModelId model = Parameters.model(text);
                    if (model != null) {
                        models.add(model);
                    }
                });
        return models;
    }

    /** What has no meaning for a stream. */
    static void refuse(String name, @Nullable String text) {
        if (text != null) {
            throw new InvalidParameterException(
                    name, text, "no such parameter for a stream, which has no end");
        }
    }

    /** Several by repetition or with commas between. */
    private static Stream<String> each(@Nullable List<String> texts) {
        return texts == null
                ? Stream.of()
                : texts.stream().flatMap(text -> Arrays.stream(text.split(",")));
    }
}
