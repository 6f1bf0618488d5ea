package org.dutyledger.app.command;

import java.io.PrintWriter;
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

/** {@code dutyledger alerts}: who must know now, at a running service. */
@Command(
        name = "alerts",
        description = "Who must know now, and what people say to it.",
        subcommands = {
            AlertsCommands.ListAll.class,
            AlertsCommands.Show.class,
            AlertWords.Acknowledge.class,
            AlertWords.Silence.class,
            AlertWords.Resolve.class,
            AlertWords.Assign.class,
            AlertMessages.ListAll.class,
            AlertMessages.Replay.class,
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
}
