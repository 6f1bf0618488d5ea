package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dutyledger.feed.FeedEntry;
import org.dutyledger.feed.FeedFilter;
import org.dutyledger.feed.FeedSnapshot;
import org.dutyledger.feed.FindingsFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands at a sequence, for those who begin to follow and for tables. */
@RestController
class SnapshotController {

    private final FindingsFeed feed;

    SnapshotController(FindingsFeed feed) {
        this.feed = feed;
    }

    /** The forms of a snapshot. */
    private enum Format {
        JSONL,
        CSV
    }

    @GetMapping("/api/v1/feed/snapshot")
    void snapshot(
            @RequestParam(name = "at", required = false) @Nullable String at,
            @RequestParam(name = "format", required = false) @Nullable String format,
            @RequestParam(name = "provider", required = false) @Nullable String provider,
            @RequestParam(name = "model", required = false) @Nullable List<String> model,
            @RequestParam(name = "type", required = false) @Nullable List<String> type,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "about", required = false) @Nullable String about,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "status", required = false) @Nullable List<String> status,
            HttpServletResponse response)
            throws IOException {
        Format form = format(format);
        FeedFilter filter =
                FeedParameters.filter(provider, model, type, rulebook, rule, about, kind, status);
        long sequence = FeedParameters.after("at", at == null ? "last" : at, feed.last());
        FeedSnapshot snapshot = feed.snapshot(sequence, filter);
        switch (form) {
            case JSONL -> lines(snapshot, response);
            case CSV -> SnapshotCsv.write(snapshot, response);
        }
    }

    private static Format format(@Nullable String text) {
        return switch (text) {
            case null -> Format.JSONL;
            case "jsonl" -> Format.JSONL;
            case "csv" -> Format.CSV;
            default -> throw new InvalidParameterException("format", text, "jsonl or csv");
        };
    }

    private static void lines(FeedSnapshot snapshot, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        ServletOutputStream out = response.getOutputStream();
        out.write(
                "{\"snapshot\":{\"sequence\":%d,\"findings\":%d}}\n"
                        .formatted(snapshot.sequence(), snapshot.entries().size())
                        .getBytes(US_ASCII));
        for (FeedEntry each : snapshot.entries()) {
            out.write(each.event());
            out.write('\n');
        }
    }
}
