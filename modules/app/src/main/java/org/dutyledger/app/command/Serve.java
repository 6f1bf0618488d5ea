package org.dutyledger.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.dutyledger.app.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dutyledger serve}: the service until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Runs the service until it is stopped (Ctrl-C or SIGTERM).",
            "Starts its own PostgreSQL and Kafka under the data directory unless others are configured."
        })
final class Serve implements Callable<Integer> {

    @Mixin private ServiceOptions options = new ServiceOptions();
    @Spec private CommandSpec spec;

    Serve() {}

    @Override
    public Integer call() throws InterruptedException {
        try (RunningService service = options.start(Map.of())) {
            spec.commandLine().getErr().println("dutyledger: serving at " + service.url());
            spec.commandLine().getErr().flush();
            service.awaitStop();
        }
        return ExitStatus.DONE;
    }
}
