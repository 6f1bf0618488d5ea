package org.dutyledger.alerting.route;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a route holds.
 *
 * @param days three-letter English names; of a calendar's working days those that are none of these
 *     are worked all the same, and its holidays are not; null: every day
 * @param from included; null: from midnight
 * @param to not included; earlier than {@code from}: on the next day; null: to midnight
 * @param calendar its name; null: no holidays
 * @param outside whether the route holds at all other times instead
 */
public record Hours(
        ZoneId zone,
        @Nullable List<String> days,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable String calendar,
        boolean outside) {

    boolean hold(Instant at, Map<String, WorkingCalendar> calendars) {
        return within(at, calendars) != outside;
    }

    private boolean within(Instant at, Map<String, WorkingCalendar> calendars) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        LocalTime begin = from == null ? LocalTime.MIN : from;
        boolean night = to != null && to.isBefore(begin);
        boolean afterBegin = !time.isBefore(begin);
        boolean beforeEnd = to == null || time.isBefore(to);
        if (night) {
            return (afterBegin && worked(local, calendars))
                    || (beforeEnd && worked(local.minusDays(1), calendars));
        }
        return afterBegin && beforeEnd && worked(local, calendars);
    }

    private boolean worked(ZonedDateTime day, Map<String, WorkingCalendar> calendars) {
        WorkingCalendar known = calendar == null ? null : calendars.get(calendar);
        if (known != null && known.holidays().contains(day.toLocalDate())) {
            return false;
        }
        if (known != null && known.workdays().contains(day.toLocalDate())) {
            return true;
        }
        return days == null || days.contains(day.getDayOfWeek().name().substring(0, 3));
    }
}
