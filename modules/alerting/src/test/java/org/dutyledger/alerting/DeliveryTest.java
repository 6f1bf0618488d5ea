package org.dutyledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.alerting.AlertsUnderTest.MovableClock;
import org.dutyledger.alerting.HttpReceiver.Answer;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.route.RoutesReader;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.embedded.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what the record says to what receivers get, over real servers. */
class DeliveryTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private final HttpReceiver receiver = new HttpReceiver();
    private final List<AlertsUnderTest> instances = new ArrayList<>();

    @AfterEach
    void close() {
        instances.forEach(AlertsUnderTest::close);
        receiver.close();
    }

    private AlertsUnderTest instance(String routes) {
        var instance =
                new AlertsUnderTest(
                        database, MovableClock.running(), RoutesReader.read(routes), PATIENCE);
        instance.dispatcher.start();
        instances.add(instance);
        return instance;
    }

    private String webhook() {
        return routes("{channel: webhook, url: \"%s/hook\"}".formatted(receiver.url()));
    }

    private static String routes(String one) {
        return "receivers:\n  r: %s\nroutes: [{name: all, to: [r]}]\n".formatted(one);
    }

    private List<JsonNode> told() {
        return receiver.requests.stream()
                .flatMap(each -> JSON.readTree(each.body()).get("alerts").valueStream())
                .toList();
    }

    @Test
    void aWebhookIsSignedAsStandardWebhooksHasIt() throws Exception {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
        AlertsUnderTest alerts =
                instance(
                        routes(
                                "{channel: webhook, url: \"%s/hook\", secretFrom: {file: \"%s\"}}"
                                        .formatted(receiver.url(), file)));
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> !receiver.requests.isEmpty());

        HttpReceiver.Request request = receiver.requests.getFirst();
        HttpHeaders headers = HttpHeaders.of(request.headers(), (name, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(request.body(), lower(headers)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(secret).verify(request.body() + " ", lower(headers)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(request.header("Idempotency-Key")).isEqualTo(request.header("webhook-id"));
        JsonNode alert = told().getFirst();
        assertThat(alert.get("kind").asString()).isEqualTo("breached");
        assertThat(alert.at("/en/what").asString()).contains("CN-1").contains("was due");
        assertThat(alert.at("/zh/next").asString()).contains("补救措施");
    }

    private static HttpHeaders lower(HttpHeaders headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.map().forEach((name, values) -> lower.put(name.toLowerCase(), values));
        return HttpHeaders.of(lower, (name, value) -> true);
    }

    @Test
    void eachChangeIsToldOnceAndWhatEndsIsToldToo() {
        AlertsUnderTest alerts = instance(webhook());
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> told().size() == 1);
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        alerts.say(1, AlertsUnderTest.breach(Severity.S2));
        await().atMost(LONG).until(() -> told().size() == 2);
        alerts.say(1, null);
        await().atMost(LONG).until(() -> told().size() == 3);

        assertThat(told())
                .extracting(each -> each.get("state").asString())
                .containsExactly("firing", "firing", "resolved");
        assertThat(told())
                .extracting(each -> each.get("id").asString())
                .hasSize(3)
                .containsOnly(AlertsUnderTest.key(1).id());
        settled(alerts);
        assertThat(told()).hasSize(3);
    }

    private static void settled(AlertsUnderTest alerts) {
        await().atMost(LONG)
                .until(() ->
                        alerts.jdbc.queryForObject(
                                        """
                                        SELECT (SELECT count(*) FROM ledger.alert_message WHERE due IS NOT NULL)
                                            + (SELECT count(*) FROM ledger.alert_notice WHERE pending)
                                        """,
                                        Long.class)
                                == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "302", "hang", "429"})
    void whoDoesNotTakeItIsAskedAgainUnderTheSameKey(String trouble) {
        AtomicInteger times = new AtomicInteger();
        receiver.behave(request ->
                times.getAndIncrement() > 0
                        ? Answer.of(200)
                        : switch (trouble) {
                            case "hang" -> new Answer(200, Map.of(), "", true);
                            case "302" ->
                                    new Answer(
                                            302,
                                            Map.of("Location", receiver.url() + "/elsewhere"),
                                            "",
                                            false);
                            case "429" -> new Answer(429, Map.of("Retry-After", "3"), "", false);
                            default -> Answer.of(Integer.parseInt(trouble));
                        });
        long begin = System.nanoTime();
        AlertsUnderTest alerts = instance(webhook());
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> receiver.requests.size() == 2);
        settled(alerts);

        assertThat(receiver.requests)
                .extracting(each -> each.header("webhook-id"))
                .hasSize(2)
                .doesNotContain("")
                .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(1));
        assertThat(receiver.requests).extracting(HttpReceiver.Request::path).containsOnly("/hook");
        if (trouble.equals("429")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
        MessageEntry message = alerts.alerts.messages("sent", null, 10).getFirst();
        assertThat(message.attempts()).isEqualTo(2);
    }

    @Test
    void whoIsGoneIsADeadLetterThatCanBeReplayedByHand() {
        receiver.behave(request -> Answer.of(410));
        AlertsUnderTest alerts = instance(webhook());
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> !alerts.alerts.messages("dead", null, 10).isEmpty());
        receiver.behave(request -> Answer.of(200));

        MessageEntry dead = alerts.alerts.messages("dead", null, 10).getFirst();
        assertThat(dead.error()).contains("410");
        assertThat(alerts.commands.replay(dead.id())).isTrue();
        await().atMost(LONG).until(() -> !alerts.alerts.messages("sent", null, 10).isEmpty());
        assertThat(receiver.requests.getLast().header("webhook-id")).isEqualTo(dead.key());
    }

    @Test
    void oneThatHangsHoldsUpNobodyElse() {
        receiver.behave(request ->
                request.path().equals("/hang")
                        ? new Answer(200, Map.of(), "", true)
                        : Answer.of(200));
        AlertsUnderTest alerts =
                instance(
                        """
                        receivers:
                          slow: {channel: webhook, url: "%1$s/hang"}
                          quick: {channel: webhook, url: "%1$s/quick"}
                        routes: [{name: all, to: [slow, quick]}]
                        """
                                .formatted(receiver.url()));
        for (int i = 0; i < 5; i++) {
            int number = i;
            alerts.say(number, AlertsUnderTest.breach(Severity.S1));
            await().atMost(LONG)
                    .until(() ->
                            receiver.requests.stream()
                                    .anyMatch(each ->
                                            each.path().equals("/quick")
                                                    && each.body()
                                                            .contains(
                                                                    AlertsUnderTest.key(number)
                                                                            .id())));
        }
        assertThat(receiver.requests).filteredOn(each -> each.path().equals("/quick")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feishu", "dingtalk", "wecom"})
    void aChatThatAnswers200AndTookNothingIsNotBelieved(String channel) {
        AtomicInteger times = new AtomicInteger();
        receiver.behave(request ->
                Answer.of(
                        200,
                        times.getAndIncrement() == 0
                                ? "{\"code\": 19024, \"errcode\": 310000, \"errmsg\": \"no\"}"
                                : "{\"code\": 0, \"errcode\": 0}"));
        AlertsUnderTest alerts =
                instance(
                        routes(
                                "{channel: %s, url: \"%s/hook?key=1\", language: zh}"
                                        .formatted(channel, receiver.url())));
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> !alerts.alerts.messages("sent", null, 10).isEmpty());
        assertThat(receiver.requests).hasSize(2);
        assertThat(receiver.requests.getLast().body()).contains("已于").contains("下一步");
    }

    @Test
    void chatsAndAlertmanagerGetTheirOwnForm() {
        AlertsUnderTest alerts =
                instance(
                        """
                        receivers:
                          s: {channel: slack, url: "%1$s/slack", language: en}
                          t: {channel: teams, url: "%1$s/teams"}
                          a: {channel: alertmanager, url: "%1$s/am/"}
                        routes: [{name: all, to: [s, t, a]}]
                        """
                                .formatted(receiver.url()));
        alerts.say(1, AlertsUnderTest.breach(Severity.S1));
        await().atMost(LONG).until(() -> receiver.requests.size() == 3);
        Map<String, JsonNode> bodies = new HashMap<>();
        receiver.requests.forEach(each -> bodies.put(each.path(), JSON.readTree(each.body())));

        assertThat(bodies.get("/slack").get("text").asString())
                .contains("&lt;b&gt;dose")
                .doesNotContain("<b>");
        assertThat(bodies.get("/teams").at("/attachments/0/content/type").asString())
                .isEqualTo("AdaptiveCard");
        JsonNode alertmanager = bodies.get("/am/api/v2/alerts").get(0);
        assertThat(alertmanager.at("/labels/alert").asString())
                .isEqualTo(AlertsUnderTest.key(1).id());
        assertThat(alertmanager.at("/annotations/severity").asString()).isEqualTo("S1");
    }

    @Test
    void mailIsTextAndHtmlInBothLanguages() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            AlertsUnderTest alerts =
                    instance(
                            """
                            receivers:
                              m: {channel: mail, to: [duty@example.org, lead@example.org]}
                            smtp: {host: 127.0.0.1, port: %d, from: dutyledger@example.org}
                            routes: [{name: all, to: [m]}]
                            """
                                    .formatted(server.getSmtp().getPort()));
            alerts.say(1, AlertsUnderTest.breach(Severity.S1));
            assertThat(server.waitForIncomingEmail(30_000, 1))
                    .as(() -> alerts.alerts.messages(null, null, 1).toString())
                    .isTrue();

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).contains("acme/m1 S1").contains("was due");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent().toString())
                    .contains("Next: apply a remedy")
                    .contains("下一步：在所有受影响版本中");
            assertThat(parts.getBodyPart(1).getContent().toString())
                    .contains("Wrong &lt;b&gt;dose")
                    .contains("href=\"http://d/x?a=1&amp;b=2\"");
            String key = alerts.alerts.messages(null, null, 1).getFirst().key();
            assertThat(mail.getMessageID()).isEqualTo("<" + key + "@dutyledger>");
        } finally {
            server.stop();
        }
    }

    @Test
    void tenThousandAtOnceAreGroupedAndToldOnceByThreeInstances() {
        for (int i = 0; i < 3; i++) {
            instance(webhook());
        }
        Map<AlertKey, @Nullable Condition> storm = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            storm.put(AlertsUnderTest.key(i), AlertsUnderTest.breach(Severity.S1));
        }
        instances.getFirst().say(storm);
        instances.forEach(each -> each.dispatcher.wake());
        await().atMost(LONG).until(() -> told().size() >= 10_000);
        settled(instances.getFirst());

        assertThat(told())
                .extracting(each -> each.get("id").asString())
                .hasSize(10_000)
                .doesNotHaveDuplicates();
        assertThat(receiver.requests).hasSize(10);
    }

    @Test
    void whatASenderThatWasKilledHadClaimedIsSentUnderTheSameKey() {
        AlertsUnderTest killed = instance(webhook());
        killed.dispatcher.stop();
        killed.say(1, AlertsUnderTest.breach(Severity.S1));
        // as it is left by who made a message, claimed it and sent it or not
        killed.jdbc.update("UPDATE ledger.alert_notice SET pending = false, told = true");
        String body =
                """
                {"type": "t", "id": "msg_1", "receiver": "r", "created": "2026-08-01T00:00:00Z", "alerts": []}
                """;
        killed.jdbc.update(
                """
                INSERT INTO ledger.alert_message (key, receiver, state, due, created, alerts, body)
                VALUES ('msg_1', 'r', 'sending', now() + interval '2 seconds', now(), 0, ?)
                """,
                body);

        AlertsUnderTest other = instance(webhook());
        await().atMost(LONG).until(() -> !other.alerts.messages("sent", null, 10).isEmpty());

        assertThat(receiver.requests)
                .extracting(each -> each.header("webhook-id"))
                .containsExactly("msg_1");
    }
}
