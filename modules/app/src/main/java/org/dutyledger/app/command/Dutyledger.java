package org.dutyledger.app.command;

import java.io.PrintWriter;
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
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the answer is no",
            "2:wrong use",
            "3:bad input",
            "4:a server is out of reach"
        },
        subcommands = {HelpCommand.class, Serve.class})
public final class Dutyledger {

    private Dutyledger() {}

    /** The command line, writing answers to {@code out} and messages to {@code err}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Dutyledger())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof CommandFailure failure) {
                        line.getErr().println("dutyledger: " + failure.getMessage());
                        return failure.exitStatus();
                    }
                    throw thrown;
                });
    }
}
