package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.DutyChanged;
import org.dutyledger.feed.FeedEntry;
import org.dutyledger.feed.FeedSnapshot;
import org.jspecify.annotations.Nullable;

/** A snapshot's duties as CSV (RFC 4180), safe to open in a spreadsheet. */
final class SnapshotCsv {

    private static final String HEADER =
            "sequence,model,rulebook,rule,kind,about,status,late,arose,due,satisfied,breaches,because,needs";

    private SnapshotCsv() {}

    static void write(FeedSnapshot snapshot, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"duties.csv\"");
        ServletOutputStream out = response.getOutputStream();
        out.write((HEADER + "\r\n").getBytes(UTF_8));
        for (FeedEntry each : snapshot.entries()) {
            if (each.finding() instanceof DutyChanged changed) {
                out.write((line(each.sequence(), changed) + "\r\n").getBytes(UTF_8));
            }
        }
    }

    private static String line(long sequence, DutyChanged changed) {
        Duty duty = changed.duty();
        return cells(
                sequence,
                changed.model(),
                changed.law().rulebook(),
                duty.rule(),
                duty.kind(),
                duty.about(),
                duty.status(),
                duty.late(),
                duty.arose(),
                duty.due(),
                duty.satisfied(),
                duty.breaches().stream()
                        .map(each -> each.from() + "/" + Objects.toString(each.to(), ".."))
                        .collect(Collectors.joining(" ")),
                String.join(" ", duty.because()),
                String.join(" ", duty.needs()));
    }

    private static String cells(@Nullable Object... values) {
        return Arrays.stream(values).map(SnapshotCsv::cell).collect(Collectors.joining(","));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
