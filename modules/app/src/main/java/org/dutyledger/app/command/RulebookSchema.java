package org.dutyledger.app.command;

import org.dutyledger.liability.law.Rulebooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dutyledger rulebook schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of rulebooks, by which editors complete and explain.")
final class RulebookSchema implements Runnable {

    @Spec private CommandSpec spec;

    RulebookSchema() {}

    @Override
    public void run() {
        spec.commandLine().getOut().print(Rulebooks.schema());
    }
}
