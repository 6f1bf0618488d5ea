package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger exposure}: what a model would owe, from a running service. */
@Command(
        name = "exposure",
        description = "Shows what a model would owe under each rulebook, from a running service.")
final class Exposures implements Runnable {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "provider/model; or give --provider.")
    private @Nullable ModelId model;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "All models of this provider as one, judged anew; needs --rulebook.")
    private @Nullable String provider;

    @Option(names = "--rulebook", paramLabel = "ID", description = "Under this rulebook only.")
    private @Nullable String rulebook;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "With --provider: as of when (default: now).")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description = "With --provider: as known when (default: everything recorded).")
    private @Nullable String knownAt;

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description =
                    "With --provider: a policy of the service (default: the one it judges by).")
    private @Nullable String policy;

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Exposures() {}

    @Override
    public void run() {
        if ((model == null) == (provider == null)) {
            throw new ParameterException(spec.commandLine(), "expected either MODEL or --provider");
        }
        if (provider != null) {
            joint(provider);
            return;
        }
        if (asOf != null || knownAt != null || policy != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of, --known-at and --policy go with --provider; of one model ask `explain`");
        }
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

    private void joint(String name) {
        if (rulebook == null) {
            throw new ParameterException(
                    spec.commandLine(), "expected --rulebook beside --provider");
        }
        var query = new LinkedHashMap<String, String>();
        query.put("rulebook", rulebook);
        put(query, "asOf", asOf);
        put(query, "knownAt", knownAt);
        put(query, "policy", policy);
        JsonNode joint = service.get("/providers/" + name + "/exposure", query);
        PrintWriter out = spec.commandLine().getOut();
        if (!output.table()) {
            Answer.print(out, joint);
            return;
        }
        out.printf(
                "%s as of %s, known at %s, under %s and %s%n",
                name,
                Answer.text(joint, "/asOf"),
                Answer.text(joint, "/knownAt"),
                Answer.text(joint, "/rulebook/id"),
                Answer.text(joint, "/policy/id"));
        var table = new Table("MODEL", "CURRENCY", "TOTAL", "EXPECTED", "P10", "P90", "COSTS");
        String currency = Answer.text(joint, "/exposure/currency");
        for (JsonNode each : joint.get("models")) {
            row(table, Answer.text(each, "/model"), currency, each);
        }
        row(table, "all together", currency, joint.get("exposure"));
        table.print(out);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private static void row(Table table, String name, String currency, JsonNode part) {
        table.row(
                name,
                currency,
                Answer.amounts(part.at("/realised/total")),
                Answer.text(part, "/potential/mean"),
                Answer.text(part, "/potential/p10"),
                Answer.text(part, "/potential/p90"),
                Answer.text(part, "/costs"));
    }
}
