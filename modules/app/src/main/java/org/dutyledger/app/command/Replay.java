package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code dutyledger replay --check}: whether the record says what follows from its facts. */
@Command(
        name = "replay",
        description = {
            "Recomputes findings from the facts alone and compares them with what is stored.",
            "Exit status 1 if there is a difference."
        })
final class Replay implements Callable<Integer> {

    @Option(names = "--check", description = "Compare and say so; the record is never changed.")
    private boolean check;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "provider/model (default: every model on record).")
    private @Nullable ModelId model;

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Replay() {}

    @Override
    public Integer call() {
        if (!check) {
            throw CommandFailure.wrongUse("a replay only checks so far: say replay --check");
        }
        ArrayNode results = new JsonMapper().createArrayNode();
        models().forEach(each -> results.add(service.get("/models/" + each + "/replay", Map.of())));
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            table(results).print(out);
        } else {
            Answer.print(out, results);
        }
        boolean clean = results.valueStream().allMatch(each -> each.path("agrees").asBoolean());
        return clean ? ExitStatus.DONE : ExitStatus.ANSWER_IS_NO;
    }

    private List<String> models() {
        if (model != null) {
            return List.of(model.toString());
        }
        JsonNode all = service.all("/models", Map.of(), "items");
        return all.get("items").valueStream().map(each -> Answer.text(each, "/model")).toList();
    }

    private static Table table(ArrayNode results) {
        var table = new Table("MODEL", "FACTS", "FINDINGS", "DIFFERENCES", "FIRST");
        for (JsonNode each : results) {
            table.row(
                    Answer.text(each, "/model"),
                    Answer.text(each, "/facts"),
                    Answer.text(each, "/findings"),
                    Answer.text(each, "/differences"),
                    each.path("first").isEmpty()
                            ? ""
                            : "finding " + Answer.text(each, "/first/0/index"));
        }
        return table;
    }
}
