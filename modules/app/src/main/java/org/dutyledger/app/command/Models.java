package org.dutyledger.app.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger models}: what a running service has on record, model by model. */
@Command(name = "models", description = "Lists the models a running service has on record.")
final class Models implements Runnable {

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Models() {}

    @Override
    public void run() {
        JsonNode models = service.all("/models", Map.of(), "items");
        var out = spec.commandLine().getOut();
        if (output.table()) {
            table(models).print(out);
        } else {
            Answer.print(out, models);
        }
    }

    private static Table table(JsonNode models) {
        var table =
                new Table("MODEL", "FACTS", "RULEBOOK", "BREACHED", "LATE", "NEXT DUE", "EXPOSURE");
        for (JsonNode model : models.get("items")) {
            String name = Answer.text(model, "/model");
            String facts = Answer.text(model, "/facts");
            if (model.path("standings").isEmpty()) {
                table.row(name, facts, "", "", "", "", "");
            }
            for (JsonNode standing : model.path("standings")) {
                table.row(
                        name,
                        facts,
                        Answer.text(standing, "/rulebook"),
                        Answer.text(standing, "/openBreaches"),
                        Answer.text(standing, "/late"),
                        Answer.minute(standing, "/nextDue/due"),
                        Answer.exposure(standing));
            }
        }
        return table;
    }
}
