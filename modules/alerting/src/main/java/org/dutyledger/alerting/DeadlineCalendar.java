package org.dutyledger.alerting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.views.DutyEntry;

/**
 * Deadlines as iCalendar (RFC 5545): one event a duty, at its deadline, under a UID that stays. A
 * deadline that moves moves its event; one that is met is not there any more.
 */
public final class DeadlineCalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Links links;

    DeadlineCalendar(Links links) {
        this.links = links;
    }

    /** The calendar of duties; those without a deadline are left out. */
    public String of(List<DutyEntry> duties, Instant asOf) {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Dutyledger//Deadlines//EN");
        line(text, "X-WR-CALNAME:Dutyledger deadlines");
        for (DutyEntry each : duties) {
            Instant due = each.due();
            if (due != null) {
                event(text, each, due, asOf);
            }
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private void event(StringBuilder text, DutyEntry duty, Instant due, Instant asOf) {
        AlertKey key = new AlertKey(duty.model(), duty.rulebook().id(), duty.rule(), duty.about());
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + key.id() + "@dutyledger");
        line(text, "DTSTAMP:" + UTC.format(asOf));
        line(text, "DTSTART:" + UTC.format(due));
        line(text, "SEQUENCE:" + duty.sequence() % Integer.MAX_VALUE);
        line(
                text,
                "SUMMARY:"
                        + escaped(
                                "%s: %s about %s is due"
                                        .formatted(duty.model(), duty.rule(), duty.about())));
        line(text, "URL:" + links.to(key));
        line(text, "TRANSP:TRANSPARENT");
        line(text, "BEGIN:VALARM");
        line(text, "ACTION:DISPLAY");
        line(text, "DESCRIPTION:" + escaped(duty.rule() + " is due"));
        line(text, "TRIGGER:-PT1H");
        line(text, "END:VALARM");
        line(text, "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folded so that no line has more than 75 octets, and no character is cut. */
    private static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            String one = Character.toString(character);
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += length;
            i += one.length();
        }
        text.append("\r\n");
    }
}
