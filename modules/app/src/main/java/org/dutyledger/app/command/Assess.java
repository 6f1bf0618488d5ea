package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dutyledger assess}: the law as a pure function over a file; needs no server. */
@Command(
        name = "assess",
        description = {
            "Judges the facts of a file, without any server: the same input gives the same bytes.",
            "One model prints an object, none or several an array ordered by model.",
            "Facts that are not valid are named on standard error and take no part."
        })
final class Assess implements Runnable {

    @Option(
            names = "--facts",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines, a CloudEvent a line.")
    private Path facts;

    @Option(
            names = "--rulebook",
            required = true,
            paramLabel = "ID",
            description = "An id of `rulebook list`, or a YAML file.")
    private String rulebook;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "The provider's policy, YAML.")
    private Path policy;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "TIME",
            description = "Facts that happened up to this time (RFC 3339).")
    private Instant asOf;

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description = "Facts that were recorded up to this time (default: all).")
    private @Nullable Instant knownAt;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "provider/model (default: every model in the file).")
    private @Nullable ModelId model;

    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Assess() {}

    @Override
    public void run() {
        Rulebook law = LawFiles.rulebook(rulebook);
        Policy measure = LawFiles.policy(policy, law);
        List<Fact> all = Cut.firsts(FactsFile.read(facts, spec.commandLine().getErr()));
        List<ModelId> models = model == null ? Cut.models(all, asOf, knownAt) : List.of(model);
        List<Assessment> answers =
                models.stream()
                        .map(each -> Assessor.assess(law, measure, all, each, asOf, knownAt))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            AssessmentTable.print(answers, out);
        } else {
            out.print(new String(AnswerWriter.bytes(answers), StandardCharsets.UTF_8));
            out.print('\n');
        }
    }
}
