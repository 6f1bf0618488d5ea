package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.dutyledger.liability.trial.Trial;
import org.dutyledger.liability.trial.Trial.Outcome;
import org.dutyledger.liability.trial.TrialCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code dutyledger rulebook test}. */
@Command(
        name = "test",
        description = {
            "Holds the cases beside a rulebook against what the engine says by it.",
            "A case is a folder of cases/: facts.jsonl, policy.yaml and",
            "expected/RULEBOOK@20270410T000000Z.json with the decisive part of the answer.",
            "Exit status 1 if one differs."
        })
final class RulebookTrial implements Callable<Integer> {

    @Parameters(paramLabel = "RULEBOOK", description = "An id of `rulebook list`, or a YAML file.")
    private String rulebook;

    @Option(
            names = "--cases",
            paramLabel = "FOLDER",
            description = "Folder of the cases (default: cases beside the rulebook).")
    private @Nullable Path folder;

    @Mixin private Output output;
    @Spec private CommandSpec spec;

    RulebookTrial() {}

    @Override
    public Integer call() {
        Rulebook law = LawFiles.rulebook(rulebook);
        List<Outcome> outcomes = Trial.run(law, cases());
        if (outcomes.isEmpty()) {
            throw CommandFailure.badInput(
                    "no case for %s: expected NAME/expected/%s@20270410T000000Z.json in %s"
                            .formatted(law.id(), law.id(), place()));
        }
        if (output.table()) {
            lines(outcomes);
        } else {
            json(law, outcomes);
        }
        return outcomes.stream().allMatch(Outcome::passed)
                ? ExitStatus.DONE
                : ExitStatus.ANSWER_IS_NO;
    }

    private List<TrialCase> cases() {
        if (folder == null) {
            return CasesBeside.of(rulebook);
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badInput("no such folder: " + folder);
        }
        return CasesBeside.in(folder);
    }

    private String place() {
        if (folder != null) {
            return folder.toString();
        }
        return Rulebooks.ids().contains(rulebook)
                ? "the product"
                : CasesBeside.folder(rulebook).toString();
    }

    private void lines(List<Outcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        for (Outcome each : outcomes) {
            out.println((each.passed() ? "pass  " : "FAIL  ") + each.name());
            each.differences().forEach(difference -> out.println("      " + difference));
        }
        long passed = outcomes.stream().filter(Outcome::passed).count();
        out.println("%d passed, %d failed".formatted(passed, outcomes.size() - passed));
    }

    private void json(Rulebook law, List<Outcome> outcomes) {
        ObjectNode answer = new JsonMapper().createObjectNode();
        answer.put("rulebook", law.id()).put("digest", law.digest());
        ArrayNode cases = answer.putArray("cases");
        for (Outcome each : outcomes) {
            ArrayNode differences =
                    cases.addObject()
                            .put("case", each.name())
                            .put("passed", each.passed())
                            .putArray("differences");
            each.differences().forEach(differences::add);
        }
        Answer.print(spec.commandLine().getOut(), answer);
    }
}
