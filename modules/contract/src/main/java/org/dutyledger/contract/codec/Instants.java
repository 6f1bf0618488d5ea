package org.dutyledger.contract.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Instants on the wire: RFC 3339 with offset, to the nanosecond (semantics rule 1).
 *
 * <p>Narrower than RFC 3339 in two points: seconds 60 are refused, and so are more than nine digits
 * of fraction, which an instant could not keep. As the RFC allows, {@code t} and {@code z} may be
 * lower case.
 */
public final class Instants {

    private static final int SHORTEST = "2026-01-01T00:00:00Z".length();
    private static final int FRACTION = 19;
    private static final int MOST_DIGITS = 9;
    private static final long DAYS_TO_EPOCH = 719_468;
    private static final long FIRST_SECOND = -62_167_219_200L;
    private static final long LAST_SECOND = 253_402_300_799L;

    private Instants() {}

    /** Reads an instant; null: not one. */
    public static @Nullable Instant read(String text) {
        return read(text.toCharArray(), 0, text.length());
    }

    /** Reads an instant from {@code length} characters at {@code from}; null: not one. */
    public static @Nullable Instant read(char[] text, int from, int length) {
        if (length < SHORTEST || !hasMarks(text, from)) {
            return null;
        }
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        // a part that is not two digits reads as far below 0
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
            return null;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        long local = epochDay(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
        return withFractionAndOffset(text, from, from + length, local);
    }

    /** Prints in UTC with {@code Z} and a fraction of 0, 3, 6 or 9 digits, the fewest that hold. */
    public static String print(Instant instant) {
        return instant.toString();
    }

    private static boolean hasMarks(char[] t, int i) {
        return t[i + 4] == '-'
                && t[i + 7] == '-'
                && (t[i + 10] | 0x20) == 't'
                && t[i + 13] == ':'
                && t[i + 16] == ':';
    }

    private static @Nullable Instant withFractionAndOffset(
            char[] t, int from, int end, long local) {
        int i = from + FRACTION;
        int nanos = 0;
        if (t[i] == '.') {
            int first = ++i;
            while (i < end && t[i] >= '0' && t[i] <= '9' && i - first < MOST_DIGITS) {
                nanos = nanos * 10 + t[i++] - '0';
            }
            if (i == first || i == end) {
                return null;
            }
            for (int digits = i - first; digits < MOST_DIGITS; digits++) {
                nanos *= 10;
            }
        }
        int offset = offset(t, i, end);
        long second = local - offset;
        boolean outside = second < FIRST_SECOND || second > LAST_SECOND;
        return offset == Integer.MIN_VALUE || outside ? null : Instant.ofEpochSecond(second, nanos);
    }

    /** Seconds east of Greenwich, or the smallest integer if it is no offset. */
    private static int offset(char[] t, int i, int end) {
        if (end - i == 1 && (t[i] | 0x20) == 'z') {
            return 0;
        }
        if (end - i != 6 || (t[i] != '+' && t[i] != '-') || t[i + 3] != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = two(t, i + 1);
        int minutes = two(t, i + 4);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return t[i] == '-' ? -seconds : seconds;
    }

    private static int two(char[] t, int i) {
        int tens = t[i] - '0';
        int ones = t[i + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
    }

    private static int days(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 of a date of the Gregorian calendar, counted from March. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - DAYS_TO_EPOCH;
    }
}
