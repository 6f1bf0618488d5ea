package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dutyledger alerts}: who must know now, at a running service. */
@Command(
        name = "alerts",
        description = "Who must know now, and what people say to it.",
        subcommands = {
            AlertsCommands.ListAll.class,
            AlertsCommands.Show.class,
            AlertsCommands.Acknowledge.class,
            AlertsCommands.Silence.class,
            AlertsCommands.Resolve.class,
            AlertsCommands.Assign.class,
            AlertsCommands.Messages.class,
            AlertsCommands.Replay.class,
            AlertRoute.class
        })
final class AlertsCommands {

    AlertsCommands() {}

    /** {@code alerts list}. */
    @Command(name = "list", description = "Lists alerts.")
    static final class ListAll implements Runnable {
        @Option(
                names = "--state",
                paramLabel = "STATE",
                defaultValue = "FIRING,ACKNOWLEDGED,SILENCED",
                description =
                        "One or more of FIRING, ACKNOWLEDGED, SILENCED, RESOLVED (default: ${DEFAULT-VALUE}).")
        private String state;

        @Option(names = "--model", paramLabel = "MODEL", description = "Of this model only.")
        private @Nullable String model;

        @Mixin private Service service;
        @Mixin private Output output;
        @Mixin private SpokenLanguage language;
        @Spec private CommandSpec spec;

        ListAll() {}

        @Override
        public void run() {
            var query = new LinkedHashMap<String, String>();
            query.put("state", state);
            if (model != null) {
                query.put("model", model);
            }
            JsonNode all = service.all("/alerts", query, "items");
            PrintWriter out = spec.commandLine().getOut();
            if (!output.table()) {
                Answer.print(out, all);
                return;
            }
            var table =
                    new Table("ID", "STATE", "KIND", "SEVERITY", "MODEL", "DUE", "OWNER", "WHAT");
            for (JsonNode each : all.get("items")) {
                table.row(
                        Answer.text(each, "/alert/id"),
                        Answer.text(each, "/alert/state"),
                        Answer.text(each, "/alert/kind"),
                        Answer.text(each, "/alert/severity"),
                        Answer.text(each, "/alert/model"),
                        Answer.minute(each, "/alert/due"),
                        Answer.text(each, "/alert/owner"),
                        Answer.text(each, "/alert/" + language.code() + "/what"));
            }
            table.print(out);
        }
    }

    /** {@code alerts show}. */
    @Command(name = "show", description = "Shows one with all that happened to it.")
    static final class Show implements Runnable {
        @Parameters(paramLabel = "ID", description = "As `alerts list` shows it.")
        private String id;

        @Mixin private Service service;
        @Spec private CommandSpec spec;

        Show() {}

        @Override
        public void run() {
            Answer.print(spec.commandLine().getOut(), service.get("/alerts/" + id, Map.of()));
        }
    }

    /** What people say to an alert. */
    abstract static class Word implements Runnable {
        @Parameters(paramLabel = "ID", description = "As `alerts list` shows it.")
        String id;

        @Option(
                names = "--by",
                paramLabel = "NAME",
                defaultValue = "${env:USER}",
                description = "Who says so (default: ${DEFAULT-VALUE}).")
        @Nullable String by;

        @Mixin Service service;
        @Spec CommandSpec spec;

        abstract String act();

        abstract Map<String, String> more();

        @Override
        public void run() {
            if (by == null || by.isBlank()) {
                throw CommandFailure.wrongUse("say who you are by --by NAME");
            }
            var body = new LinkedHashMap<String, String>();
            body.put("by", by);
            body.putAll(more());
            byte[] json =
                    JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            Answer.print(
                    spec.commandLine().getOut(),
                    service.post("/alerts/" + id + "/" + act(), "application/json", json));
        }
    }

    /** {@code alerts ack}. */
    @Command(
            name = "ack",
            description =
                    "Acknowledges one: who says so owns it, until then. No duty changes by it.")
    static final class Acknowledge extends Word {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                required = true,
                description = "To when (RFC 3339).")
        private String until;

        Acknowledge() {}

        @Override
        String act() {
            return "acknowledge";
        }

        @Override
        Map<String, String> more() {
            return Map.of("reason", reason, "until", until);
        }
    }

    /** {@code alerts silence}. */
    @Command(
            name = "silence",
            description = "Nobody is told of one until then. No duty changes by it.")
    static final class Silence extends Word {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                required = true,
                description = "To when (RFC 3339).")
        private String until;

        Silence() {}

        @Override
        String act() {
            return "silence";
        }

        @Override
        Map<String, String> more() {
            return Map.of("reason", reason, "until", until);
        }
    }

    /** {@code alerts resolve}. */
    @Command(
            name = "resolve",
            description = "Settles one until the record says something new. No duty changes by it.")
    static final class Resolve extends Word {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
        private String reason;

        Resolve() {}

        @Override
        String act() {
            return "resolve";
        }

        @Override
        Map<String, String> more() {
            return Map.of("reason", reason);
        }
    }

    /** {@code alerts assign}. */
    @Command(name = "assign", description = "Gives one to somebody.")
    static final class Assign extends Word {
        @Option(names = "--owner", paramLabel = "NAME", required = true, description = "To whom.")
        private String owner;

        Assign() {}

        @Override
        String act() {
            return "assign";
        }

        @Override
        Map<String, String> more() {
            return Map.of("owner", owner);
        }
    }

    /** {@code alerts messages}. */
    @Command(name = "messages", description = "Lists what receivers were told, newest first.")
    static final class Messages implements Runnable {
        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "sending, waiting, sent or dead (default: all).")
        private @Nullable String state;

        @Mixin private Service service;
        @Mixin private Output output;
        @Spec private CommandSpec spec;

        Messages() {}

        @Override
        public void run() {
            Map<String, String> query = state == null ? Map.of() : Map.of("state", state);
            JsonNode all = service.all("/alerts/messages", query, "items");
            PrintWriter out = spec.commandLine().getOut();
            if (!output.table()) {
                Answer.print(out, all);
                return;
            }
            var table = new Table("ID", "RECEIVER", "STATE", "ATTEMPTS", "ALERTS", "MADE", "ERROR");
            for (JsonNode each : all.get("items")) {
                table.row(
                        Answer.text(each, "/id"),
                        Answer.text(each, "/receiver"),
                        Answer.text(each, "/state"),
                        Answer.text(each, "/attempts"),
                        Answer.text(each, "/alerts"),
                        Answer.minute(each, "/created"),
                        Answer.text(each, "/error"));
            }
            table.print(out);
        }
    }

    /** {@code alerts replay}. */
    @Command(
            name = "replay",
            description = "Sends a message again, at once and under the same key.")
    static final class Replay implements Runnable {
        @Parameters(paramLabel = "ID", description = "As `alerts messages` shows it.")
        private long id;

        @Mixin private Service service;
        @Spec private CommandSpec spec;

        Replay() {}

        @Override
        public void run() {
            Answer.print(
                    spec.commandLine().getOut(),
                    service.post(
                            "/alerts/messages/" + id + "/replay", "application/json", new byte[0]));
        }
    }
}
