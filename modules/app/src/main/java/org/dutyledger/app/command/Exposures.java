package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.Map;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger exposure}: what a model would owe, from a running service. */
@Command(
        name = "exposure",
        description = "Shows what a model would owe under each rulebook, from a running service.")
final class Exposures implements Runnable {

    @Parameters(paramLabel = "MODEL", description = "provider/model")
    private ModelId model;

    @Option(names = "--rulebook", paramLabel = "ID", description = "Under this rulebook only.")
    private @Nullable String rulebook;

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Exposures() {}

    @Override
    public void run() {
        Map<String, String> query = rulebook == null ? Map.of() : Map.of("rulebook", rulebook);
        JsonNode exposures = service.all("/models/" + model + "/exposure", query, "items");
        PrintWriter out = spec.commandLine().getOut();
        if (!output.table()) {
            Answer.print(out, exposures);
            return;
        }
        var table =
                new Table(
                        "RULEBOOK",
                        "POLICY",
                        "CURRENCY",
                        "COMPENSATORY",
                        "EXPANDED",
                        "PUNITIVE",
                        "TOTAL");
        for (JsonNode each : exposures.get("items")) {
            table.row(
                    Answer.text(each, "/rulebook/id"),
                    Answer.text(each, "/policy/id"),
                    Answer.text(each, "/currency"),
                    Answer.amounts(each.get("compensatory")),
                    Answer.amounts(each.get("expanded")),
                    Answer.amounts(each.get("punitive")),
                    Answer.amounts(each.get("total")));
        }
        table.print(out);
    }
}
