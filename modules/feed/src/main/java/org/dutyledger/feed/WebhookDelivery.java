package org.dutyledger.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.dutyledger.contract.codec.WebhookSignature;
import org.dutyledger.feed.WebhookStates.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one webhook the findings that it wants, one after the other: the next is sent when the one
 * before was taken, however often that needs to be tried. So the order is kept, and nothing is
 * given up; a crash between an answer and its noting repeats one, under the same id.
 */
final class WebhookDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
    private static final int PAGE = 100;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private final Subscription to;
    private final WebhookSignature signature;
    private final FindingsFeed feed;
    private final WebhookStates states;
    private final WebhookPost post;
    private final Clock clock;
    private final Duration firstPause;
    private final CountDownLatch stopped;
    private State state = State.at(0);

    WebhookDelivery(
            Subscription to,
            FindingsFeed feed,
            WebhookStates states,
            WebhookPost post,
            Clock clock,
            Duration firstPause,
            CountDownLatch stopped) {
        this.to = to;
        this.signature = new WebhookSignature(to.secrets());
        this.feed = feed;
        this.states = states;
        this.post = post;
        this.clock = clock;
        this.firstPause = firstPause;
        this.stopped = stopped;
    }

    /** Works until it is stopped or the receiver is gone. */
    void run() {
        while (isRunning()) {
            try {
                begin();
                if (to.url().toString().equals(state.gone())) {
                    LOG.warn("{} answered 410 and is not told any more", to);
                    return;
                }
                follow();
                return;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be told, trying again: {}", to, e.toString());
                sleep(LOOK);
            }
        }
    }

    private void begin() {
        state = states.of(to.name()).orElseGet(() -> State.at(to.begin(feed.last())));
        states.store(to.name(), state);
    }

    private void follow() throws InterruptedException {
        FeedFilter filter = to.filter();
        while (isRunning()) {
            FeedPage page = feed.read(state.sequence(), PAGE, filter);
            for (FeedEntry each : page.entries()) {
                if (!deliver(each)) {
                    return;
                }
            }
            if (page.reached() > state.sequence()) {
                note(State.at(page.reached()));
            }
            if (page.atEnd()) {
                feed.await(page.reached(), LOOK);
            }
        }
    }

    /** False: stopped before it was taken. */
    private boolean deliver(FeedEntry entry) throws InterruptedException {
        while (pauseUntilNextAttempt()) {
            switch (post.send(to, signature, entry)) {
                case WebhookPost.Outcome.Taken() -> {
                    if (state.failingSince() != null) {
                        LOG.info("{} takes findings again", to);
                    }
                    note(State.at(entry.sequence()));
                    return true;
                }
                case WebhookPost.Outcome.Gone() -> {
                    note(state.gone(to.url().toString()));
                    LOG.warn("{} answered 410 and is not told any more", to);
                    return false;
                }
                case WebhookPost.Outcome.Failed failed -> {
                    if (state.failingSince() == null) {
                        LOG.warn("{} did not take {}: {}", to, entry.sequence(), failed.cause());
                    }
                    Instant now = clock.instant();
                    note(state.failed(now, next(now, failed), failed.cause()));
                }
            }
        }
        return false;
    }

    /** Twice as long each time, at most an hour, less up to half at random; or as it was asked. */
    private Instant next(Instant now, WebhookPost.Outcome.Failed failed) {
        Instant latest = now.plus(LONGEST);
        Instant asked = failed.notBefore();
        if (asked != null && asked.isAfter(now)) {
            return asked.isAfter(latest) ? latest : asked;
        }
        long doubled = firstPause.toMillis() << Math.min(state.attempts(), MOST_DOUBLINGS);
        long millis = Math.min(doubled, LONGEST.toMillis());
        return now.plusMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    private boolean pauseUntilNextAttempt() {
        Instant next = state.nextAttempt();
        if (next != null) {
            sleep(Duration.between(clock.instant(), next));
        }
        return isRunning();
    }

    private void sleep(Duration time) {
        try {
            boolean _ = stopped.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(State now) {
        states.store(to.name(), now);
        state = now;
    }

    private boolean isRunning() {
        return stopped.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }
}
