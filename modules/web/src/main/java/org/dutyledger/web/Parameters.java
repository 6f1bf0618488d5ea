package org.dutyledger.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.dutyledger.views.Paging;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; each refusal names the parameter, its value and what is expected. */
final class Parameters {

    static final int DEFAULT_LIMIT = 50;

    private Parameters() {}

    /** An RFC 3339 instant with offset; null: not given. */
    static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // a plus sign that was not percent-encoded arrives as a space
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidParameterException(
                    name, text, "an RFC 3339 time with offset, such as 2026-09-01T00:00:00Z");
        }
    }

    /** An ISO 8601 length from 0 to 366 days; null: not given. */
    static @Nullable Duration ahead(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Duration ahead = Duration.parse(text);
            if (!ahead.isNegative() && ahead.compareTo(Duration.ofDays(366)) <= 0) {
                return ahead;
            }
        } catch (DateTimeException e) {
            throw badAhead(text);
        }
        throw badAhead(text);
    }

    private static InvalidParameterException badAhead(String text) {
        return new InvalidParameterException(
                "ahead", text, "an ISO 8601 length from PT0S to 366 days, such as P7D");
    }

    /** How many, from 1 to {@code most}; null: not given. */
    static @Nullable Integer number(String name, @Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String expected = "a whole number from 1 to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidParameterException(name, text, expected);
        }
        throw new InvalidParameterException(name, text, expected);
    }

    static Paging paging(@Nullable String after, @Nullable String limit) {
        if (limit == null) {
            return new Paging(after, DEFAULT_LIMIT);
        }
        try {
            return new Paging(after, Integer.parseInt(limit));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "limit", limit, "a whole number from 1 to " + Paging.MOST);
        }
    }

    /** Several by repetition or with commas between. */
    static Set<Duty.Status> status(@Nullable List<String> texts) {
        Set<Duty.Status> status = EnumSet.noneOf(Duty.Status.class);
        List<String> given =
                texts == null
                        ? List.of()
                        : texts.stream().flatMap(each -> Arrays.stream(each.split(","))).toList();
        for (String text : given) {
            try {
                status.add(Duty.Status.valueOf(text));
            } catch (IllegalArgumentException e) {
                throw new InvalidParameterException(
                        "status", text, "one of " + Arrays.toString(Duty.Status.values()));
            }
        }
        return status;
    }

    static @Nullable String kind(@Nullable String text) {
        List<String> kinds =
                Arrays.stream(DutyRule.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (text != null && !kinds.contains(text)) {
            throw new InvalidParameterException("kind", text, "one of " + kinds);
        }
        return text;
    }

    /** A rulebook of this service; null: not given. */
    static @Nullable String rulebookId(@Nullable String text) {
        if (text != null && !Rulebooks.ids().contains(text)) {
            throw new InvalidParameterException("rulebook", text, "one of " + Rulebooks.ids());
        }
        return text;
    }

    /** A rulebook of this service, which must be given. */
    static Rulebook rulebook(@Nullable String text) {
        String id = rulebookId(text);
        if (id == null) {
            throw new InvalidParameterException("rulebook", null, "one of " + Rulebooks.ids());
        }
        return Rulebooks.load(id);
    }

    static @Nullable ModelId model(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ModelId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("model", text, "provider/model");
        }
    }

    /** A language tag; English if it is not given. */
    static Language language(@Nullable String text) {
        if (text == null) {
            return Language.EN;
        }
        return switch (text.toLowerCase(Locale.ROOT).split("-", 2)[0]) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw new InvalidParameterException("lang", text, "en or zh");
        };
    }

    static String required(String name, @Nullable String text, String expected) {
        if (text == null || text.isBlank()) {
            throw new InvalidParameterException(name, text, expected);
        }
        return text;
    }
}
