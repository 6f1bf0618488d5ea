package org.dutyledger.app.command;

import java.util.List;
import org.dutyledger.liability.law.RulebookDiff;
import org.dutyledger.liability.law.RulebookDiff.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code dutyledger rulebook diff}. */
@Command(
        name = "diff",
        description = {
            "Says in words what changed from one rulebook to another: rules, terms, dates,",
            "articles, confidence. A layer is compared with what it builds on."
        })
final class RulebookComparison implements Runnable {

    @Parameters(index = "0", paramLabel = "FROM", description = "An id, or a YAML file.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "An id, or a YAML file.")
    private String to;

    @Mixin private Output output;
    @Mixin private SpokenLanguage language;
    @Spec private CommandSpec spec;

    RulebookComparison() {}

    @Override
    public void run() {
        LawFiles.rulebook(from);
        LawFiles.rulebook(to);
        List<Change> changes = RulebookDiff.between(LawFiles.yaml(from), LawFiles.yaml(to));
        if (output.table()) {
            var out = spec.commandLine().getOut();
            changes.forEach(change -> out.println(language.of(change.says())));
            if (changes.isEmpty()) {
                out.println("no difference");
            }
        } else {
            Answer.print(spec.commandLine().getOut(), json(changes));
        }
    }

    private ObjectNode json(List<Change> changes) {
        ObjectNode answer = new JsonMapper().createObjectNode();
        answer.put("from", from).put("to", to);
        ArrayNode rows = answer.putArray("changes");
        for (Change change : changes) {
            ObjectNode row = rows.addObject();
            row.put("change", LawFiles.word(change.kind())).put("part", change.part());
            if (change.rule() != null) {
                row.put("rule", change.rule());
            }
            if (change.term() != null) {
                row.put("term", change.term());
            }
            if (change.from() != null) {
                row.set("from", change.from());
            }
            if (change.to() != null) {
                row.set("to", change.to());
            }
            row.put("says", language.of(change.says()));
        }
        return answer;
    }
}
