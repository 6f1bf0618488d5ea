package org.dutyledger.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.dutyledger.feed.FeedEntry;
import org.dutyledger.feed.FeedFilter;
import org.dutyledger.feed.FeedPage;
import org.dutyledger.feed.FindingsFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * The feed as server-sent events (WHATWG HTML, section 9.2): a finding's id is its sequence. A
 * heart-beat is an id without data, which moves the reader's {@code Last-Event-ID} on although
 * nothing passed its filter.
 *
 * <p>A reader is read for at its own pace: one page is in memory, and whoever takes nothing for as
 * long as the server waits for a write is let go.
 */
final class FeedStream {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final int PAGE = 200;
    private static final byte[] ID = "id: ".getBytes(US_ASCII);
    private static final byte[] DATA = "\ndata: ".getBytes(US_ASCII);
    private static final byte[] END = "\n\n".getBytes(US_ASCII);

    private final FindingsFeed feed;
    private final FeedFilter filter;
    private final long heartbeat;

    FeedStream(FindingsFeed feed, FeedFilter filter, Duration heartbeat) {
        this.feed = feed;
        this.filter = filter;
        this.heartbeat = heartbeat.toNanos();
    }

    /** Returns when the reader has gone or the service stops. */
    void write(long after, HttpServletResponse response) throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            ServletOutputStream out = response.getOutputStream();
            response.flushBuffer();
            follow(after, out);
        } catch (IOException e) {
            LOG.debug("a reader of the feed has gone", e);
        }
    }

    private void follow(long after, ServletOutputStream out)
            throws IOException, InterruptedException {
        long reached = after;
        long told = System.nanoTime() - heartbeat;
        while (feed.isOpen()) {
            FeedPage page = feed.read(reached, PAGE, filter);
            reached = page.reached();
            boolean due = System.nanoTime() - told >= heartbeat;
            if (!page.entries().isEmpty() || due) {
                for (FeedEntry each : page.entries()) {
                    event(each, out);
                }
                if (page.entries().isEmpty()) {
                    beat(reached, out);
                }
                out.flush();
                told = System.nanoTime();
            }
            if (page.atEnd()) {
                long left = heartbeat - (System.nanoTime() - told);
                feed.await(reached, Duration.ofNanos(Math.max(left, 0)));
            }
        }
    }

    private static void event(FeedEntry entry, ServletOutputStream out) throws IOException {
        out.write(ID);
        out.write(Long.toString(entry.sequence()).getBytes(US_ASCII));
        out.write(DATA);
        out.write(entry.event());
        out.write(END);
    }

    private static void beat(long reached, ServletOutputStream out) throws IOException {
        out.write(ID);
        out.write(Long.toString(reached).getBytes(US_ASCII));
        out.write(END);
    }
}
