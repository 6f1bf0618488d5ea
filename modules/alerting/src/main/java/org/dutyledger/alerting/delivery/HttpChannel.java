package org.dutyledger.alerting.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dutyledger.alerting.route.Receiver;
import org.dutyledger.contract.codec.RetryAfter;
import org.dutyledger.contract.codec.WebhookSignature;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receivers over HTTP. A redirect is never followed: addresses are what the routes say. */
final class HttpChannel implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long MOST_OF_AN_ANSWER = 64 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int GONE = 410;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long a receiver may take, answer included
     */
    HttpChannel(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    Outcome send(Message message, Receiver receiver) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(message, receiver, clock.instant());
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new Outcome.NotNow("not sent: " + e.getMessage(), null);
        }
        CompletableFuture<HttpResponse<byte[]>> sending =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_OF_AN_ANSWER));
        try {
            return outcome(
                    sending.get(patience.toMillis(), TimeUnit.MILLISECONDS), receiver.channel());
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new Outcome.NotNow("no whole answer within " + patience, null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Outcome.NotNow(cause.toString(), null);
        }
    }

    private HttpRequest request(Message message, Receiver receiver, Instant now) {
        String secret = receiver.secretFrom() == null ? null : receiver.secretFrom().read();
        String body = Bodies.of(message, receiver, secret, now);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(receiver, secret, now))
                        .timeout(patience)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("User-Agent", "dutyledger")
                        .POST(BodyPublishers.ofString(body));
        if (receiver.channel() == Receiver.Channel.WEBHOOK) {
            request.header("webhook-id", message.id())
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header("Idempotency-Key", message.id());
            if (secret != null) {
                request.header(
                        "webhook-signature",
                        new WebhookSignature(List.of(secret))
                                .of(message.id(), now, body.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return request.build();
    }

    private static URI address(Receiver receiver, @Nullable String secret, Instant now) {
        URI url = receiver.address();
        return switch (receiver.channel()) {
            case ALERTMANAGER ->
                    URI.create(url.toString().replaceAll("/+$", "") + "/api/v2/alerts");
            case DINGTALK -> secret == null ? url : dingtalk(url, secret, now);
            case WEBHOOK, SLACK, TEAMS, FEISHU, WECOM, MAIL -> url;
        };
    }

    private static URI dingtalk(URI url, String secret, Instant now) {
        String timestamp = Long.toString(now.toEpochMilli());
        String sign =
                ChatSignature.of(
                        secret.getBytes(StandardCharsets.UTF_8), timestamp + "\n" + secret);
        String join = url.getRawQuery() == null ? "?" : "&";
        String query =
                "timestamp=%s&sign=%s"
                        .formatted(timestamp, URLEncoder.encode(sign, StandardCharsets.UTF_8));
        return URI.create(url + join + query);
    }

    private Outcome outcome(HttpResponse<byte[]> response, Receiver.Channel channel) {
        int status = response.statusCode();
        if (status == GONE) {
            return new Outcome.Never("answered 410: the receiver is gone");
        }
        if (status / 100 != 2) {
            return new Outcome.NotNow("answered " + status, retryAfter(response));
        }
        return switch (channel) {
            case FEISHU -> said(response.body(), "code");
            case DINGTALK, WECOM -> said(response.body(), "errcode");
            case WEBHOOK, ALERTMANAGER, SLACK, TEAMS, MAIL -> new Outcome.Taken();
        };
    }

    /** These answer 200 also when they took nothing. */
    private Outcome said(byte[] body, String field) {
        try {
            JsonNode answer = json.readTree(body);
            return answer.path(field).asInt(-1) == 0
                    ? new Outcome.Taken()
                    : new Outcome.NotNow(
                            "answered 200 and %s %s: %s"
                                    .formatted(
                                            field,
                                            answer.path(field).asString("none"),
                                            answer.path("errmsg")
                                                    .asString(answer.path("msg").asString(""))),
                            null);
        } catch (JacksonException e) {
            return new Outcome.NotNow("answered 200 and no JSON", null);
        }
    }

    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        Instant now = clock.instant();
        Instant again =
                response.headers()
                        .firstValue("Retry-After")
                        .map(it -> RetryAfter.read(it, now))
                        .orElse(null);
        if (again == null) {
            return null;
        }
        Duration wait = again.isBefore(now) ? Duration.ZERO : Duration.between(now, again);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
