package org.dutyledger.liability.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Ends of periods of the law (semantics B): the first day is not counted, the period ends at 24:00
 * of the last, in the law's own zone. Exact lengths need no law: {@code from.plus(duration)}.
 */
public final class Periods {

    private Periods() {}

    /** The first instant of a local date; where midnight is skipped, the first that exists. */
    public static Instant startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /**
     * The end of a period in calendar days (rules 10, 11).
     *
     * @param rollOver whether a last day on a weekend runs to the next Monday
     */
    public static Instant endOfDays(Instant from, int days, ZoneId zone, boolean rollOver) {
        LocalDate last = dayOf(from, zone).plusDays(days);
        return endOf(rollOver ? toMonday(last) : last, zone);
    }

    /** The end of a period in calendar years; a missing date is the month's last day (rule 10). */
    public static Instant endOfYears(Instant from, int years, ZoneId zone) {
        return endOf(dayOf(from, zone).plusYears(years), zone);
    }

    /**
     * The end of a period in working days (rule 12): Monday to Friday, less the holidays, plus the
     * weekend days that are worked.
     */
    public static Instant endOfWorkingDays(
            Instant from, int days, ZoneId zone, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        LocalDate day = dayOf(from, zone);
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (workdays.contains(day) || (!isWeekend(day) && !holidays.contains(day))) {
                counted++;
            }
        }
        return endOf(day, zone);
    }

    private static LocalDate dayOf(Instant t, ZoneId zone) {
        return t.atZone(zone).toLocalDate();
    }

    private static Instant endOf(LocalDate lastDay, ZoneId zone) {
        return startOf(lastDay.plusDays(1), zone);
    }

    private static LocalDate toMonday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
