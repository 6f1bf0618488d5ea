package org.dutyledger.app.command;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form an answer is printed. */
final class Output {

    /** The forms. */
    enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "table|json",
            description = "Form of the answer (default: table on a terminal, json when piped).")
    private @Nullable Format format;

    /** Whether a person reads. */
    boolean table() {
        if (format != null) {
            return format == Format.TABLE;
        }
        return terminal();
    }

    /** Whether this process talks to a terminal. */
    // The console of java.base is null when it is not one, the console of jdk.internal.le is not
    @SuppressWarnings("SystemConsoleNull")
    static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
