package org.dutyledger.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks on a real receiver that fails, redirects, hangs up, asks to wait, and is gone. */
class WebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLasw";
    private static final String OTHER = "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzISE=";

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir Path directory;

    private TestFeed start(String... more) {
        var settings =
                new ArrayList<>(
                        TestFeed.servers(
                                database, directory.resolve("ledger.key"), "WebhooksTest"));
        settings.add("dutyledger.feed.roles=webhooks");
        settings.add("dutyledger.feed.webhook-pause=20ms");
        settings.addAll(List.of(more));
        return TestFeed.start(settings);
    }

    private static String[] webhook(URI url, String... more) {
        var settings =
                new ArrayList<>(
                        List.of(
                                "dutyledger.feed.webhooks[0].name=siem",
                                "dutyledger.feed.webhooks[0].url=" + url,
                                "dutyledger.feed.webhooks[0].secrets=" + OTHER + "," + SECRET,
                                "dutyledger.feed.webhooks[0].after=0"));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    private static void record(TestFeed feed, int from, int to) {
        feed.record(
                IntStream.range(from, to).mapToObj(risk -> Facts.confirmed("m", risk)).toList());
    }

    private static List<String> ids(TestFeed feed) {
        return feed.findings().stream().map(each -> "finding-" + each.sequence()).toList();
    }

    private static void awaitTaken(Receiver receiver, List<String> ids) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(receiver.taken()).isEqualTo(ids));
    }

    @Test
    void everyFindingIsTakenOnceAndInOrderWhateverTheReceiverDoes() throws Exception {
        try (var receiver = new Receiver(SECRET);
                TestFeed feed = start(webhook(receiver.url()))) {
            receiver.troubles.addAll(
                    List.of(
                            Receiver.Trouble.FAILS,
                            Receiver.Trouble.REDIRECTS,
                            Receiver.Trouble.HANGS_UP,
                            Receiver.Trouble.TOO_MANY));
            feed.record(Facts.released("m"));
            record(feed, 0, 10);

            awaitTaken(receiver, ids(feed));
            assertThat(receiver.attempts).allMatch(Receiver.Attempt::verified);
            assertThat(receiver.attempts.subList(0, 5))
                    .as("the order is kept: nothing before the first was taken")
                    .extracting(Receiver.Attempt::id)
                    .containsOnly(ids(feed).getFirst());
            assertThat(receiver.attempts.get(4).nanos() - receiver.attempts.get(3).nanos())
                    .as("Retry-After is kept")
                    .isGreaterThan(Duration.ofMillis(900).toNanos());
            assertThat(receiver.attempts.getLast().body())
                    .isEqualTo(new String(feed.findings().getLast().event(), UTF_8));
        }
    }

    @Test
    void anotherStartGoesOnWhereItWas() throws Exception {
        try (var receiver = new Receiver(SECRET)) {
            List<String> first;
            try (TestFeed feed = start(webhook(receiver.url()))) {
                feed.record(Facts.released("m"));
                record(feed, 0, 5);
                first = ids(feed);
                awaitTaken(receiver, first);
            }
            try (TestFeed feed = start(webhook(receiver.url()))) {
                record(feed, 5, 10);
                assertThat(ids(feed)).hasSizeGreaterThan(first.size());
                awaitTaken(receiver, ids(feed));
            }
        }
    }

    @Test
    void whoIsGoneIsNotToldAnyMoreUntilTheAddressIsAnother() throws Exception {
        try (var receiver = new Receiver(SECRET);
                var other = new Receiver(SECRET)) {
            receiver.troubles.add(Receiver.Trouble.GONE);
            try (TestFeed feed = start(webhook(receiver.url()))) {
                feed.record(Facts.released("m"));
                var states = new WebhookStates(feed.bean(JdbcClient.class));
                await().untilAsserted(() ->
                        assertThat(states.of("siem"))
                                .hasValueSatisfying(state ->
                                        assertThat(state.gone())
                                                .isEqualTo(receiver.url().toString())));
            }
            try (TestFeed feed = start(webhook(other.url()))) {
                record(feed, 0, 2);
                awaitTaken(other, ids(feed));
            }
            assertThat(receiver.attempts).hasSize(1);
        }
    }

    @Test
    void onlyWhatPassesTheFilterIsTold() throws Exception {
        try (var receiver = new Receiver(SECRET);
                TestFeed feed =
                        start(
                                webhook(
                                        receiver.url(),
                                        "dutyledger.feed.webhooks[0].types=duty.breached",
                                        "dutyledger.feed.webhooks[0].kind=remediate",
                                        "dutyledger.feed.webhooks[0].models=acme/m"))) {
            feed.record(Facts.released("other"));
            feed.record(Facts.released("m"));
            record(feed, 0, 3);
            var filter =
                    new FeedFilter(
                            null,
                            Set.of(new ModelId("acme", "m")),
                            Set.of("org.dutyledger.duty.breached.v1"),
                            null,
                            null,
                            null,
                            "remediate",
                            Set.of());
            int all = ids(feed).size();
            List<String> wanted =
                    feed.bean(FindingsFeed.class).read(0, 1000, filter).entries().stream()
                            .map(each -> "finding-" + each.sequence())
                            .toList();
            assertThat(wanted).isNotEmpty().hasSizeLessThan(all);
            awaitTaken(receiver, wanted);
        }
    }

    @Test
    void whatCannotWorkIsRefusedAtTheStart() {
        assertThatThrownBy(() -> start(webhook(URI.create("ftp://127.0.0.1/"))))
                .hasStackTraceContaining("not an http or https address");
        assertThatThrownBy(() ->
                        start(
                                webhook(
                                        URI.create("http://127.0.0.1/"),
                                        "dutyledger.feed.webhooks[0].types=duty.lost")))
                .hasStackTraceContaining("duty.lost is no type of a finding");
        assertThatThrownBy(() ->
                        start(
                                webhook(
                                        URI.create("http://127.0.0.1/"),
                                        "dutyledger.feed.webhooks[0].secrets=c2hvcnQ=")))
                .hasStackTraceContaining("expected 24 to 64");
    }
}
