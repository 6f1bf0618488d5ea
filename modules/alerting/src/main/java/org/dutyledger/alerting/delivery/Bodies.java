package org.dutyledger.alerting.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.alerting.route.Receiver;
import org.dutyledger.contract.codec.InstantReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A message as each kind of receiver over HTTP reads it. */
final class Bodies {

    /** Chats refuse long texts: the rest is behind the link. */
    private static final int SHOWN = 10;

    /** WeCom takes 4096 bytes; a character may be three. */
    private static final int WECOM_CHARACTERS = 1300;

    /** Alertmanager resolves what is not renewed; ours is resolved by us alone. */
    private static final Duration OPEN_END = Duration.ofDays(365);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(InstantReader.module()).build();

    private Bodies() {}

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    static String of(Message message, Receiver receiver, @Nullable String secret, Instant now) {
        return switch (receiver.channel()) {
            case WEBHOOK -> json(message);
            case ALERTMANAGER ->
                    json(message.alerts().stream().map(each -> alertmanager(each, now)).toList());
            case SLACK -> json(Map.of("text", slack(Plain.text(message, receiver, SHOWN))));
            case TEAMS -> json(teams(Plain.text(message, receiver, SHOWN)));
            case FEISHU -> json(feishu(Plain.text(message, receiver, SHOWN), secret, now));
            case DINGTALK ->
                    json(
                            map(
                                    "msgtype",
                                    "markdown",
                                    "markdown",
                                    map(
                                            "title",
                                            Plain.subject(message, receiver),
                                            "text",
                                            markdown(Plain.text(message, receiver, SHOWN)))));
            case WECOM ->
                    json(
                            map(
                                    "msgtype",
                                    "text",
                                    "text",
                                    map("content", cut(Plain.text(message, receiver, SHOWN)))));
            case MAIL -> throw new IllegalArgumentException("mail is no HTTP");
        };
    }

    /** Labels are what never changes of an alert: by them Alertmanager tells it from others. */
    private static Map<String, Object> alertmanager(Told it, Instant now) {
        Map<String, Object> labels =
                map("alertname", "DutyledgerAlert", "alert", it.id(), "model", it.model());
        labels.put("rule", it.rule());
        labels.put("about", it.about());
        if (!it.rulebook().isEmpty()) {
            labels.put("rulebook", it.rulebook());
        }
        Map<String, Object> annotations =
                map("summary", it.en().what(), "description", it.en().next());
        annotations.put("summary_zh", it.zh().what());
        annotations.put("description_zh", it.zh().next());
        annotations.put("kind", it.kind());
        if (it.severity() != null) {
            annotations.put("severity", it.severity());
        }
        if (it.due() != null) {
            annotations.put("due", it.due().toString());
        }
        Instant end = it.resolved() == null ? now.plus(OPEN_END) : it.resolved();
        Map<String, Object> alert = map("labels", labels, "annotations", annotations);
        alert.put("startsAt", it.fired());
        alert.put("endsAt", end);
        alert.put("generatorURL", it.link());
        return alert;
    }

    /** Slack's own three characters. */
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Object> teams(String text) {
        Map<String, Object> block = map("type", "TextBlock", "text", markdown(text), "wrap", true);
        Map<String, Object> card =
                map("type", "AdaptiveCard", "version", "1.4", "body", List.of(block));
        Map<String, Object> attachment =
                map("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
        return map("type", "message", "attachments", List.of(attachment));
    }

    /** A text of others in Markdown says no more than its characters; links stay links. */
    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*\\[\\]<>#|])", "\\\\$1").replace("\n", "\n\n");
    }

    private static Map<String, Object> feishu(String text, @Nullable String secret, Instant now) {
        Map<String, Object> body = map("msg_type", "text", "content", map("text", text));
        if (secret != null) {
            String timestamp = Long.toString(now.getEpochSecond());
            byte[] key = (timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8);
            body.put("timestamp", timestamp);
            body.put("sign", ChatSignature.of(key, ""));
        }
        return body;
    }

    private static String cut(String text) {
        return text.length() <= WECOM_CHARACTERS ? text : text.substring(0, WECOM_CHARACTERS) + "…";
    }

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
