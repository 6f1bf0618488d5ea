package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dutyledger.alerting.AlertCommands;
import org.dutyledger.alerting.AlertEntry;
import org.dutyledger.alerting.AlertFilter;
import org.dutyledger.alerting.Alerts;
import org.dutyledger.alerting.MessageEntry;
import org.dutyledger.alerting.Silence;
import org.dutyledger.alerting.alert.Alert;
import org.dutyledger.alerting.alert.Held;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.alerting.route.Match;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who must know now, and what people say to it. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsController {

    private final Alerts alerts;
    private final AlertCommands commands;

    AlertsController(Alerts alerts, AlertCommands commands) {
        this.alerts = alerts;
        this.commands = commands;
    }

    @GetMapping
    Alerts.Page list(
            @RequestParam(name = "state", required = false) @Nullable List<String> state,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
            @RequestParam(name = "model", required = false) @Nullable String model,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        ModelId of = Parameters.model(model);
        var filter =
                new AlertFilter(
                        state == null ? null : state.stream().map(AlertsController::state).toList(),
                        kind(kind),
                        severity(severity),
                        of == null ? null : of.toString());
        return alerts.page(filter, after, Parameters.paging(null, limit).limit());
    }

    private static String state(String text) {
        return word(text, "state", List.of(Alert.State.values()).stream().map(Enum::name).toList());
    }

    private static @Nullable String severity(@Nullable String text) {
        return text == null
                ? null
                : word(
                        text,
                        "severity",
                        List.of(Severity.values()).stream().map(Enum::name).toList());
    }

    private static String word(String text, String name, List<String> allowed) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!allowed.contains(upper)) {
            throw new InvalidParameterException(name, text, "one of " + allowed);
        }
        return upper;
    }

    private static @Nullable String kind(@Nullable String text) {
        if (text != null && !Kind.wireNames().contains(text)) {
            throw new InvalidParameterException("kind", text, "one of " + Kind.wireNames());
        }
        return text;
    }

    /** With all that happened to it. */
    @GetMapping("/{alert}")
    AlertEntry show(@PathVariable("alert") String id) {
        return alerts.find(id).orElseThrow(() -> unknown(id));
    }

    /** A person's word about an alert, with its end. */
    record Word(@Nullable String by, @Nullable String reason, @Nullable String until) {

        Held held() {
            Instant end = Parameters.instant("until", until);
            if (end == null) {
                throw new InvalidParameterException("until", null, "an RFC 3339 time ahead");
            }
            return new Held(required("by", by), required("reason", reason), end);
        }
    }

    private static String required(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidParameterException(name, text, "some text");
        }
        return text;
    }

    @PostMapping("/{alert}/acknowledge")
    AlertEntry acknowledge(@PathVariable("alert") String id, @RequestBody Word word) {
        return done(id, commands.acknowledge(id, word.held()));
    }

    /** Nobody is told of it until then. */
    @PostMapping("/{alert}/silence")
    AlertEntry silence(@PathVariable("alert") String id, @RequestBody Word word) {
        return done(id, commands.silence(id, word.held()));
    }

    /** Who says that an alert is settled, and why. */
    record Settled(@Nullable String by, @Nullable String reason) {}

    @PostMapping("/{alert}/resolve")
    AlertEntry resolve(@PathVariable("alert") String id, @RequestBody Settled word) {
        return done(
                id, commands.resolve(id, required("by", word.by), required("reason", word.reason)));
    }

    /** Who gives an alert to whom. */
    record Assigned(@Nullable String by, @Nullable String owner) {}

    @PostMapping("/{alert}/assign")
    AlertEntry assign(@PathVariable("alert") String id, @RequestBody Assigned word) {
        return done(
                id, commands.assign(id, required("by", word.by), required("owner", word.owner)));
    }

    private AlertEntry done(String id, boolean found) {
        if (!found) {
            throw unknown(id);
        }
        return show(id);
    }

    /** Silences that hold. */
    record Silences(List<Silence.Numbered> items) {}

    @GetMapping("/silences")
    Silences silences() {
        return new Silences(alerts.silences());
    }

    /** A scope of alerts, and a person's word about them. */
    record Scoped(
            @Nullable Match scope,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String until) {}

    /** Of those that fire, and of those that will. */
    @PostMapping("/silences")
    Silence.Numbered silence(@RequestBody Scoped scoped) {
        if (scoped.scope == null) {
            throw new InvalidParameterException("scope", null, "which alerts");
        }
        var silence =
                new Silence(scoped.scope, new Word(scoped.by, scoped.reason, scoped.until).held());
        return new Silence.Numbered(commands.silence(silence), silence);
    }

    @DeleteMapping("/silences/{silence}")
    Silences endSilence(@PathVariable("silence") String id) {
        if (!commands.endSilence(number(id))) {
            throw new NotFoundException("no silence %s, or not any more".formatted(id));
        }
        return silences();
    }

    /** Newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Messages(List<MessageEntry> items, @Nullable String next) {}

    @GetMapping("/messages")
    Messages messages(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        int most = Parameters.paging(null, limit).limit();
        List<String> states = List.of("sending", "waiting", "sent", "dead");
        if (state != null && !states.contains(state)) {
            throw new InvalidParameterException("state", state, "one of " + states);
        }
        List<MessageEntry> found =
                alerts.messages(state, after == null ? null : number(after), most);
        return new Messages(
                found, found.size() < most ? null : Long.toString(found.getLast().id()));
    }

    /** Sends it again, at once and under the same key. */
    @PostMapping("/messages/{message}/replay")
    Messages replay(@PathVariable("message") String id) {
        if (!commands.replay(number(id))) {
            throw new NotFoundException("no message %s, or it is being sent".formatted(id));
        }
        return new Messages(alerts.messages(null, number(id) + 1, 1), null);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotFoundException("there is nothing under " + text);
        }
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("no alert %s".formatted(id));
    }
}
