package org.dutyledger.feed;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dutyledger.contract.codec.RetryAfter;
import org.dutyledger.contract.codec.WebhookSignature;
import org.jspecify.annotations.Nullable;

/** Posts one finding once. Each attempt is signed anew; a redirect is a failure. */
final class WebhookPost {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long MOST_OF_AN_ANSWER = 64L * 1024;
    private static final int GONE = 410;

    private final HttpClient client;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long a receiver may take, its answer included
     */
    WebhookPost(Clock clock, Duration patience) {
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        this.clock = clock;
        this.patience = patience;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The receiver has it. */
        record Taken() implements Outcome {}

        /** The receiver wants nothing any more. */
        record Gone() implements Outcome {}

        /**
         * To be tried again.
         *
         * @param notBefore as the receiver asks; null: it does not
         */
        record Failed(String cause, @Nullable Instant notBefore) implements Outcome {}
    }

    Outcome send(Subscription to, WebhookSignature signature, FeedEntry entry)
            throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> sending =
                client.sendAsync(
                        request(to, signature, entry),
                        BodyHandlers.limiting(BodyHandlers.discarding(), MOST_OF_AN_ANSWER));
        try {
            return outcome(sending.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new Outcome.Failed("no whole answer within " + patience, null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Outcome.Failed(cause.toString(), null);
        }
    }

    private HttpRequest request(Subscription to, WebhookSignature signature, FeedEntry entry) {
        Instant now = clock.instant();
        String id = "finding-" + entry.sequence();
        return HttpRequest.newBuilder(to.url())
                .timeout(patience)
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("User-Agent", "dutyledger")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature.of(id, now, entry.event()))
                .POST(BodyPublishers.ofByteArray(entry.event()))
                .build();
    }

    private Outcome outcome(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Taken();
        }
        return status == GONE
                ? new Outcome.Gone()
                : new Outcome.Failed(
                        "answered " + status,
                        response.headers()
                                .firstValue("Retry-After")
                                .map(it -> RetryAfter.read(it, clock.instant()))
                                .orElse(null));
    }
}
