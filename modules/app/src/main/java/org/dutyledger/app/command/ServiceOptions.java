package org.dutyledger.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.app.service.RunningService;
import org.dutyledger.app.service.StartRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} have in common: how the service is started. */
final class ServiceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (DUTYLEDGER_DATA; default: ./data).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "HTTP port on 127.0.0.1, 0 for any (DUTYLEDGER_HTTP_PORT; default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other property of docs/operating.md; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Starts the service; a refusal becomes a sentence and an exit status. */
    RunningService start(Map<String, Object> defaults) {
        var all = new LinkedHashMap<String, Object>(defaults);
        if (data != null) {
            all.put("dutyledger.data", data);
        }
        if (port != null) {
            all.put("server.port", port);
        }
        all.putAll(settings);
        try {
            RunningService service = RunningService.start(all);
            tellLauncher();
            return service;
        } catch (StartRefused e) {
            throw e.isOutOfReach()
                    ? CommandFailure.outOfReach(e.sentence())
                    : CommandFailure.wrongUse(e.sentence());
        }
    }

    /** The launcher keeps what a start taught it only if the service came to serve. */
    private static void tellLauncher() {
        String file = System.getProperty("dutyledger.served");
        if (file != null) {
            try {
                Files.write(Path.of(file), new byte[0]);
            } catch (IOException e) {
                // Only the next start is slower
                System.getLogger(ServiceOptions.class.getName())
                        .log(System.Logger.Level.DEBUG, "no mark for the launcher", e);
            }
        }
    }
}
