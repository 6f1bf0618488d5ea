package org.dutyledger.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger duties}: the duties of one model or of all, from a running service. */
@Command(name = "duties", description = "Lists duties, the next due first, from a running service.")
final class Duties implements Runnable {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "provider/model (default: all models).")
    private @Nullable ModelId model;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}.")
    private Duty.@Nullable Status @Nullable [] status;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "warn, remediate, monitor, report, label, retain or disclose.")
    private @Nullable String kind;

    @Option(
            names = "--due-before",
            paramLabel = "TIME",
            description = "Due before this time (RFC 3339).")
    private @Nullable String dueBefore;

    @Option(names = "--rulebook", paramLabel = "ID", description = "Of this rulebook only.")
    private @Nullable String rulebook;

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Duties() {}

    @Override
    public void run() {
        JsonNode duties =
                model == null
                        ? service.all("/duties", query(), "items")
                        : service.all("/models/" + model + "/duties", query(), "items");
        var out = spec.commandLine().getOut();
        if (output.table()) {
            table(duties).print(out);
        } else {
            Answer.print(out, duties);
        }
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        query.put("sort", "due");
        put(query, "kind", kind);
        put(query, "dueBefore", dueBefore);
        put(query, "rulebook", rulebook);
        if (status != null) {
            query.put(
                    "status", String.join(",", List.of(status).stream().map(Enum::name).toList()));
        }
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private static Table table(JsonNode duties) {
        var table =
                new Table(
                        "MODEL",
                        "RULE",
                        "ABOUT",
                        "STATUS",
                        "LATE",
                        "DUE",
                        "SATISFIED",
                        "HOURS LATE");
        for (JsonNode duty : duties.get("items")) {
            table.row(
                    Answer.text(duty, "/model"),
                    Answer.text(duty, "/rule"),
                    Answer.text(duty, "/about"),
                    Answer.text(duty, "/status"),
                    duty.path("late").asBoolean() ? "late" : "",
                    Answer.minute(duty, "/due"),
                    Answer.minute(duty, "/satisfied"),
                    hours(duty));
        }
        return table;
    }

    private static String hours(JsonNode duty) {
        return String.join(
                " + ",
                duty.path("breaches")
                        .valueStream()
                        .map(each -> Answer.text(each, "/hours"))
                        .toList());
    }
}
