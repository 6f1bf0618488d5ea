package org.dutyledger.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.alerting.route.InvalidRoutesException;
import org.dutyledger.alerting.route.Route;
import org.dutyledger.alerting.route.Routes;
import org.dutyledger.alerting.route.RoutesReader;
import org.dutyledger.alerting.route.Subject;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code dutyledger alerts route}: who would be told, and why; nobody is. */
@Command(
        name = "route",
        description = {
            "Says who would be told of an alert by a file of routes, and why. Nobody is told.",
            "Exit status 1 if nobody would be."
        })
final class AlertRoute implements Callable<Integer> {

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "The routes.")
    private Path routes;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            description = "provider/model.")
    private String model;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "breached",
            description = "Default: ${DEFAULT-VALUE}.")
    private String kind;

    @Option(names = "--severity", paramLabel = "S1..S4", description = "Default: unrated.")
    private @Nullable Severity severity;

    @Option(
            names = "--party",
            paramLabel = "PARTY",
            split = ",",
            description = "Declared for the model.")
    private String @Nullable [] parties;

    @Option(
            names = "--rulebook",
            paramLabel = "ID",
            defaultValue = "cn-product",
            description = "Default: ${DEFAULT-VALUE}.")
    private String rulebook;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "CN-CC-1206-1",
            description = "Default: ${DEFAULT-VALUE}.")
    private String rule;

    @Option(
            names = "--about",
            paramLabel = "ID",
            defaultValue = "R-1",
            description = "Default: ${DEFAULT-VALUE}.")
    private String about;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "When it fires (RFC 3339): routes may hold at some hours only.")
    private Instant at;

    @Mixin private Output output;
    @Spec private CommandSpec spec;

    AlertRoute() {}

    @Override
    public Integer call() {
        Routes read = read();
        Subject subject =
                new Subject(
                        "",
                        model,
                        kind(),
                        severity,
                        rulebook,
                        rule,
                        about,
                        parties == null ? Set.of() : new TreeSet<>(List.of(parties)));
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            table(read, subject, at, out);
        } else {
            Answer.print(out, json(read, subject, at));
        }
        return read.receivers(subject, at).isEmpty() ? ExitStatus.ANSWER_IS_NO : ExitStatus.DONE;
    }

    private Routes read() {
        try {
            return RoutesReader.read(Files.readString(routes));
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    "%s cannot be read: %s".formatted(routes, e.getMessage()));
        } catch (InvalidRoutesException e) {
            throw CommandFailure.badInput(
                    "%s: %s".formatted(routes, String.join("%n  ".formatted(), e.problems())));
        }
    }

    private Kind kind() {
        if (!Kind.wireNames().contains(kind)) {
            throw CommandFailure.wrongUse(
                    "--kind is %s, expected one of %s".formatted(kind, Kind.wireNames()));
        }
        return Kind.of(kind);
    }

    private static void table(Routes read, Subject subject, Instant at, PrintWriter out) {
        var table = new Table("ROUTE", "TELLS", "WHY");
        for (Routes.Look each : read.look(subject, at)) {
            table.row(
                    each.route().name(),
                    each.refusal() == null ? String.join(", ", each.route().to()) : "",
                    each.refusal() == null ? "fits" : each.refusal());
        }
        for (Route.Level each : read.chain(subject, at)) {
            table.row(
                    "escalation",
                    String.join(", ", each.to()),
                    "after %s without an acknowledgement".formatted(each.after()));
        }
        table.print(out);
    }

    private static ObjectNode json(Routes read, Subject subject, Instant at) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode receivers = answer.putArray("receivers");
        read.receivers(subject, at).forEach(receivers::add);
        ArrayNode looks = answer.putArray("routes");
        for (Routes.Look each : read.look(subject, at)) {
            ObjectNode look = looks.addObject();
            look.put("name", each.route().name());
            look.put("fits", each.refusal() == null);
            if (each.refusal() != null) {
                look.put("why", each.refusal());
            }
        }
        ArrayNode levels = answer.putArray("escalation");
        for (Route.Level each : read.chain(subject, at)) {
            ObjectNode level = levels.addObject();
            level.put("after", each.after().toString());
            each.to().forEach(level.putArray("to")::add);
        }
        return answer;
    }
}
