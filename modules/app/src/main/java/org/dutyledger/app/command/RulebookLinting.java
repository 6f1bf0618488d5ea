package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dutyledger.liability.law.InvalidLawException;
import org.dutyledger.liability.law.Problem;
import org.dutyledger.liability.law.RulebookLint;
import org.dutyledger.liability.law.Rulebooks;
import org.dutyledger.liability.trial.TrialCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dutyledger rulebook lint}. */
@Command(
        name = "lint",
        description = {
            "Checks rulebooks, and policies against them; every problem at once.",
            "Unknown terms, gaps and overlaps of dates, rules out of reach. Rules that no case",
            "beside the rulebook puts to the test are counted, and named with --cases.",
            "Exit status 3 if there is a problem."
        })
final class RulebookLinting implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "RULEBOOK",
            description = "YAML files or ids (default: all that come with the product).")
    private List<String> rulebooks = List.of();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A policy to hold against the rulebooks; repeatable.")
    private List<Path> policies = List.of();

    @Option(
            names = "--cases",
            description = "A rule that no case beside its rulebook puts to the test is a problem.")
    private boolean cases;

    @Spec private CommandSpec spec;

    RulebookLinting() {}

    @Override
    public Integer call() {
        List<String> all = rulebooks.isEmpty() ? Rulebooks.ids() : rulebooks;
        long wrong = all.stream().filter(each -> !sound(each)).count();
        for (Path policy : policies) {
            wrong += sound(policy, all) ? 0 : 1;
        }
        return wrong == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
    }

    private boolean sound(String name) {
        String yaml = LawFiles.yaml(name);
        List<Problem> problems = RulebookLint.lint(yaml);
        say(name, problems);
        if (!problems.isEmpty()) {
            return false;
        }
        Set<String> covered = TrialCase.covered(CasesBeside.of(name), RulebookLint.id(yaml));
        List<Problem> untested = RulebookLint.untested(yaml, covered);
        int rules = RulebookLint.rules(yaml);
        spec.commandLine()
                .getOut()
                .println(
                        "%s: no problems; %d of %d rules put to the test by cases"
                                .formatted(name, rules - untested.size(), rules));
        if (cases) {
            say(name, untested);
        }
        return !cases || untested.isEmpty();
    }

    private boolean sound(Path policy, List<String> all) {
        try {
            LawFiles.policy(policy, all);
            spec.commandLine().getOut().println(policy + ": no problems");
            return true;
        } catch (InvalidLawException e) {
            say(policy.toString(), e.problems());
            return false;
        }
    }

    private void say(String name, List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(name + ": " + problem));
    }
}
