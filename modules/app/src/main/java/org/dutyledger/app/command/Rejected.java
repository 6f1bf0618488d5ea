package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger rejected}: facts that a running service did not accept. */
@Command(
        name = "rejected",
        description = "Facts that were not accepted, with their reasons.",
        subcommands = {Rejected.ListAll.class, Rejected.Show.class, Rejected.Retry.class})
final class Rejected {

    Rejected() {}

    /** {@code rejected list}. */
    @Command(name = "list", description = "Lists them, newest first.")
    static final class ListAll implements Runnable {
        @Mixin private Service service;
        @Mixin private Output output;
        @Spec private CommandSpec spec;

        ListAll() {}

        @Override
        public void run() {
            JsonNode all = service.all("/rejected", Map.of(), "items");
            PrintWriter out = spec.commandLine().getOut();
            if (!output.table()) {
                Answer.print(out, all);
                return;
            }
            var table = new Table("ID", "RECEIVED", "VERDICT", "STATE", "MODEL", "FACT", "REASON");
            for (JsonNode fact : all.get("items")) {
                table.row(
                        Answer.text(fact, "/id"),
                        Answer.minute(fact, "/received"),
                        Answer.text(fact, "/verdict"),
                        Answer.text(fact, "/state"),
                        Answer.text(fact, "/model"),
                        Answer.text(fact, "/fact"),
                        reasons(fact));
            }
            table.print(out);
        }
    }

    /** {@code rejected show}. */
    @Command(name = "show", description = "Shows one with its content and all its reasons.")
    static final class Show implements Runnable {
        @Parameters(paramLabel = "ID", description = "As `rejected list` shows it.")
        private long id;

        @Mixin private Service service;
        @Spec private CommandSpec spec;

        Show() {}

        @Override
        public void run() {
            Answer.print(spec.commandLine().getOut(), service.get("/rejected/" + id, Map.of()));
        }
    }

    /** {@code rejected retry}. */
    @Command(
            name = "retry",
            description = {
                "Reads one again under today's schema and records it.",
                "Exit status 1 if it is still not accepted."
            })
    static final class Retry implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "As `rejected list` shows it.")
        private long id;

        @Mixin private Service service;
        @Spec private CommandSpec spec;

        Retry() {}

        @Override
        public Integer call() {
            JsonNode verdict =
                    service.post("/rejected/" + id + "/retry", "application/json", new byte[0]);
            Answer.print(spec.commandLine().getOut(), verdict);
            return switch (Answer.text(verdict, "/verdict")) {
                case "recorded", "duplicate" -> ExitStatus.DONE;
                default -> ExitStatus.ANSWER_IS_NO;
            };
        }
    }

    /** The reasons of a verdict in one line. */
    static String reasons(JsonNode verdict) {
        return verdict.path("reasons")
                .valueStream()
                .map(Rejected::reason)
                .collect(Collectors.joining("; "));
    }

    private static String reason(JsonNode reason) {
        return "%s: %s, found %s, expected %s"
                .formatted(
                        Answer.text(reason, "/pointer"),
                        Answer.text(reason, "/rule"),
                        Answer.text(reason, "/found"),
                        Answer.text(reason, "/expected"));
    }
}
