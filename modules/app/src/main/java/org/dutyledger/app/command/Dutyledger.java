package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import org.dutyledger.contract.ModelId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The command line's root. */
@Command(
        name = "dutyledger",
        description = {
            "The record of what a generative-AI provider knew, warned of and fixed,",
            "and the running account of what it owes where it did not."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeOnExecutionException = ExitStatus.DEFECT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the answer is no",
            "2:wrong use",
            "3:bad input",
            "4:a server is out of reach",
            "70:a defect of this program"
        },
        subcommands = {
            Demo.class,
            Serve.class,
            Assess.class,
            ImportFacts.class,
            Models.class,
            Duties.class,
            Exposures.class,
            Explain.class,
            Feed.class,
            Replay.class,
            Rejected.class,
            AlertsCommands.class,
            RulebookCommands.class,
            HelpCommand.class
        })
public final class Dutyledger {

    private Dutyledger() {}

    /** The command line, writing answers to {@code out} and messages to {@code err}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Dutyledger())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(ModelId.class, ModelId::parse)
                .registerConverter(Instant.class, new Instants())
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof CommandFailure failure) {
                        line.getErr().println("dutyledger: " + failure.getMessage());
                        return failure.exitStatus();
                    }
                    throw thrown;
                });
    }
}
