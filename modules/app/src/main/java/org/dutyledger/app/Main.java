package org.dutyledger.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.dutyledger.app.command.Dutyledger;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        // The framework's update checker would call out; commands that start no Spring need it too
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /**
     * Runs one command.
     *
     * @return the exit status: 0 done, 1 the answer is no, 2 wrong use, 3 bad input, 4 a server is
     *     out of reach
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return Dutyledger.commandLine(out, err).execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static PrintWriter utf8(FileDescriptor where) {
        return new PrintWriter(new FileOutputStream(where), false, StandardCharsets.UTF_8);
    }
}
