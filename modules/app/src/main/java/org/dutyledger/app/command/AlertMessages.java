package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger alerts messages} and {@code replay}: what receivers were told. */
final class AlertMessages {

    private AlertMessages() {}

    /** {@code alerts messages}. */
    @Command(name = "messages", description = "Lists what receivers were told, newest first.")
    static final class ListAll implements Runnable {
        @Option(
                names = "--state",
                paramLabel = "STATE",
                description = "sending, waiting, sent or dead (default: all).")
        private @Nullable String state;

        @Mixin private Service service;
        @Mixin private Output output;
        @Spec private CommandSpec spec;

        ListAll() {}

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
