package org.dutyledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.dutyledger.feed.FeedFilter;
import org.dutyledger.feed.FeedPage;
import org.dutyledger.feed.FeedProperties;
import org.dutyledger.feed.FindingsFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Findings behind a cursor: a page at a time, waiting for the next if asked to, or as a stream of
 * server-sent events.
 */
@RestController
class FeedController {

    private static final int DEFAULT_LIMIT = 100;

    private final FindingsFeed feed;
    private final Duration heartbeat;
    private final Semaphore readers;

    FeedController(FindingsFeed feed, FeedProperties properties) {
        this.feed = feed;
        this.heartbeat = properties.heartbeat();
        this.readers = new Semaphore(properties.readers());
    }

    @GetMapping(
            path = "/api/v1/feed",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    void feed(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "wait", required = false) @Nullable String wait,
            @RequestParam(name = "provider", required = false) @Nullable String provider,
            @RequestParam(name = "model", required = false) @Nullable List<String> model,
            @RequestParam(name = "type", required = false) @Nullable List<String> type,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "about", required = false) @Nullable String about,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "status", required = false) @Nullable List<String> status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        FeedFilter filter =
                FeedParameters.filter(provider, model, type, rulebook, rule, about, kind, status);
        if (wantsStream(request)) {
            FeedParameters.refuse("limit", limit);
            FeedParameters.refuse("wait", wait);
            String seen = request.getHeader("Last-Event-ID");
            // A client that connects again sends its first address and how far it has come
            long from = seen == null ? after("after", after) : after("Last-Event-ID", seen);
            held(() -> new FeedStream(feed, filter, heartbeat).write(from, response));
        } else {
            Integer most = Parameters.number("limit", limit, FeedParameters.MOST);
            Duration atMost = FeedParameters.waiting(wait);
            long from = after("after", after);
            int entries = most == null ? DEFAULT_LIMIT : most;
            if (atMost.isZero()) {
                FeedJson.write(feed.read(from, entries, filter), response);
            } else {
                held(() -> FeedJson.write(waitFor(from, entries, filter, atMost), response));
            }
        }
    }

    private static boolean wantsStream(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && MediaType.parseMediaTypes(accept).stream()
                        .anyMatch(each -> each.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM));
    }

    private long after(String name, @Nullable String text) {
        return FeedParameters.after(name, text, feed.last());
    }

    /** What passes the filter, or nothing when the time is over: then it says how far it looked. */
    private FeedPage waitFor(long after, int limit, FeedFilter filter, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        FeedPage page = feed.read(after, limit, filter);
        while (page.entries().isEmpty() && feed.isOpen()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            if (page.atEnd()) {
                feed.await(page.reached(), Duration.ofNanos(left));
            }
            page = feed.read(page.reached(), limit, filter);
        }
        return page;
    }

    /** What holds on to its request takes one of a bounded number of places. */
    private void held(Answer answer) throws IOException, InterruptedException {
        if (!readers.tryAcquire()) {
            throw new TooManyReadersException();
        }
        try {
            answer.write();
        } finally {
            readers.release();
        }
    }

    /** Writes an answer, sooner or later. */
    private interface Answer {
        void write() throws IOException, InterruptedException;
    }
}
