package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dutyledger.app.service.DemoHistory;
import org.dutyledger.app.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code dutyledger demo}: the service with a real history, and what it found. */
@Command(
        name = "demo",
        description = {
            "Runs the service, sends it a real history of six AI applications through Kafka and",
            "shows what it found. Runs until stopped; a second start goes on where it was."
        })
final class Demo implements Callable<Integer> {

    private static final String RULEBOOK = "cn-product";

    @Option(names = "--exit", description = "End after the table.")
    private boolean exit;

    @Mixin private ServiceOptions options = new ServiceOptions();
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Demo() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        say(err, "starting PostgreSQL, Kafka and the service ...");
        Map<String, Object> settings =
                Map.of(
                        "dutyledger.judge.policy",
                        DemoHistory.POLICY,
                        "dutyledger.judge.rulebooks",
                        RULEBOOK);
        try (RunningService running = options.start(settings)) {
            var history = running.component(DemoHistory.class);
            say(err, "sending %d facts through Kafka ...".formatted(history.size()));
            history.send();
            Service service = Service.at(URI.create(running.url()));
            JsonNode models = new DemoArrival(service, history).await();
            show(service, models, running.url());
            if (!exit) {
                say(err, "serving at %s until stopped (Ctrl-C)".formatted(running.url()));
                running.awaitStop();
            }
        }
        return ExitStatus.DONE;
    }

    private void show(Service service, JsonNode models, String url) {
        PrintWriter out = spec.commandLine().getOut();
        var account = new DemoAccount(service, models, RULEBOOK);
        if (output.table()) {
            account.print(out);
            out.printf(
                    "%nGo on with%n  %s/api/v1/models%n  %s/api/v1/models/lunary-ai/lunary/assessment?rulebook=%s%n",
                    url, url, RULEBOOK);
        } else {
            ObjectNode json = account.json();
            json.putArray("links")
                    .add(url + "/api/v1/models")
                    .add(url + "/api/v1/models/lunary-ai/lunary/assessment?rulebook=" + RULEBOOK);
            Answer.print(out, json);
        }
        out.flush();
    }

    private static void say(PrintWriter err, String words) {
        err.println("dutyledger: " + words);
        err.flush();
    }
}
