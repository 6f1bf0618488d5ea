package org.dutyledger.contract.codec;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The kinds of values in facts, by the names they have in {@code /schemas/defs.json}. */
final class Kinds {

    /** Stands for a value that was checked and is not kept. */
    static final Object IGNORED = new Object();

    static final long LARGEST_COUNT = (1L << 53) - 1;

    private static final Pattern AMOUNTS = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?");
    private static final Pattern DURATIONS =
            Pattern.compile(
                    "P(?!$)([0-9]{1,9}D)?"
                            + "(T(?!$)([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?");

    /** An id or a word of the sender's own. */
    static final Kind<String> NAME = text("a name of 1 to 256 characters", Text::isName);

    /** A sentence or two. */
    static final Kind<String> NOTE = text("a text of at most 8192 characters", Text::isNote);

    /** A text of any length that the ledger does not read. */
    static final Kind<Object> PROSE =
            p -> {
                if (p.currentToken() != JsonToken.VALUE_STRING) {
                    throw unexpected(p, "a string");
                }
                return IGNORED;
            };

    static final Kind<Boolean> FLAG =
            p ->
                    switch (p.currentToken()) {
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        default -> throw unexpected(p, "true or false");
                    };

    static final Kind<Long> COUNT = p -> count(p, LARGEST_COUNT);

    static final Kind<Integer> AGE = p -> (int) count(p, 150);

    /** However it is written: {@code 1e-1} and {@code 0.10} are the same rate. */
    static final Kind<BigDecimal> RATE =
            p -> {
                BigDecimal rate = decimal(p);
                if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                    throw unexpected(p, "a number from 0 to 1");
                }
                return rate.stripTrailingZeros();
            };

    static final Kind<Instant> INSTANT =
            p -> {
                Instant instant = instant(p);
                if (instant == null) {
                    throw unexpected(p, "an RFC 3339 time with offset");
                }
                return instant;
            };

    static final Kind<Duration> DURATION =
            p -> {
                String text = string(p);
                if (!isDuration(text)) {
                    throw unexpected(p, "an ISO 8601 duration in days, hours, minutes, seconds");
                }
                return Duration.parse(text);
            };

    static final Kind<BigDecimal> AMOUNT =
            p -> new BigDecimal(pattern(p, AMOUNTS, "a decimal amount as a string"));

    private Kinds() {}

    /** One of the words of an enum: its names in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> words(Class<E> type) {
        return words(type, e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static <E extends Enum<E>> Kind<E> words(Class<E> type, Function<E, String> word) {
        Map<String, E> byWord = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            byWord.put(word.apply(constant), constant);
        }
        return p -> {
            E constant = byWord.get(string(p));
            if (constant == null) {
                throw unexpected(p, "one of the words of the contract");
            }
            return constant;
        };
    }

    /** One of the given words. */
    static Kind<String> word(String... words) {
        Map<String, String> known = new HashMap<>();
        for (String word : words) {
            known.put(word, word);
        }
        return p -> {
            String word = known.get(string(p));
            if (word == null) {
                throw unexpected(p, "one of the words of the contract");
            }
            return word;
        };
    }

    static Kind<String> matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return p -> pattern(p, pattern, "a string like " + regex);
    }

    static <T> Kind<List<T>> list(Kind<T> of) {
        return p -> {
            if (p.currentToken() != JsonToken.START_ARRAY) {
                throw unexpected(p, "an array");
            }
            List<T> list = new ArrayList<>();
            while (p.nextToken() != JsonToken.END_ARRAY) {
                list.add(of.read(p));
            }
            return List.copyOf(list);
        };
    }

    /** An object whose names are the sender's own. */
    static <T> Kind<Map<String, T>> map(Kind<T> of) {
        return p -> {
            if (p.currentToken() != JsonToken.START_OBJECT) {
                throw unexpected(p, "an object");
            }
            Map<String, T> map = new LinkedHashMap<>();
            for (String name; (name = p.nextName()) != null; ) {
                if (map.containsKey(name)) {
                    throw Json.twice(p, name);
                }
                if (!Text.isName(name)) {
                    throw unexpected(p, "a name of 1 to 256 characters");
                }
                p.nextToken();
                map.put(name, of.read(p));
            }
            return Collections.unmodifiableMap(map);
        };
    }

    /** Checked and not kept. */
    static Kind<Object> ignored(Kind<?> kind) {
        return p -> {
            kind.read(p);
            return IGNORED;
        };
    }

    static boolean isDuration(String text) {
        return DURATIONS.matcher(text).matches();
    }

    static boolean isAmount(String text) {
        return AMOUNTS.matcher(text).matches();
    }

    static @Nullable Instant instant(JsonParser p) throws Refusal {
        if (p.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(p, "an RFC 3339 time with offset");
        }
        return Instants.read(p.getStringCharacters(), p.getStringOffset(), p.getStringLength());
    }

    static String string(JsonParser p) throws Refusal {
        if (p.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(p, "a string");
        }
        return p.getString();
    }

    static Refusal unexpected(JsonParser p, String expected) {
        JsonToken token = p.currentToken();
        String found =
                token == JsonToken.START_OBJECT
                        ? "an object"
                        : token == JsonToken.START_ARRAY
                                ? "an array"
                                : String.valueOf(p.getString());
        return Refusal.at(p, "type", found, expected);
    }

    private static Kind<String> text(String expected, Predicate<String> is) {
        return p -> {
            String text = string(p);
            if (!is.test(text)) {
                throw unexpected(p, expected);
            }
            return text;
        };
    }

    private static String pattern(JsonParser p, Pattern pattern, String expected) throws Refusal {
        String text = string(p);
        if (!pattern.matcher(text).matches()) {
            throw unexpected(p, expected);
        }
        return text;
    }

    private static BigDecimal decimal(JsonParser p) throws Refusal {
        if (!p.currentToken().isNumeric()) {
            throw unexpected(p, "a number");
        }
        Json.number(p);
        return p.getDecimalValue();
    }

    /** JSON Schema's integer: {@code 1.0} is one too. */
    private static long count(JsonParser p, long most) throws Refusal {
        long count = -1;
        if (p.currentToken() == JsonToken.VALUE_NUMBER_INT && p.getStringLength() <= 18) {
            count = p.getLongValue();
        } else {
            count = whole(decimal(p));
        }
        if (count < 0 || count > most) {
            throw unexpected(p, "an integer from 0 to " + most);
        }
        return count;
    }

    /** The value of a whole number of at most 18 digits; -1: not one. */
    private static long whole(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        boolean isShort = number.precision() - number.scale() <= 18;
        return isShort && number.stripTrailingZeros().scale() <= 0 ? number.longValueExact() : -1;
    }
}
