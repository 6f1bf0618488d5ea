package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dutyledger.feed.FeedEntry;
import org.dutyledger.feed.FeedPage;
import org.springframework.http.MediaType;

/** Writes a page of the feed; its events go out as they are. */
final class FeedJson {

    private FeedJson() {}

    static void write(FeedPage page, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        ServletOutputStream out = response.getOutputStream();
        out.write("{\"items\":[".getBytes(US_ASCII));
        boolean first = true;
        for (FeedEntry each : page.entries()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(each.event());
        }
        out.write(
                "],\"next\":%d,\"last\":%d}"
                        .formatted(page.reached(), page.last())
                        .getBytes(US_ASCII));
    }
}
