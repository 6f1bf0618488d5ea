package org.dutyledger.app.command;

import java.io.PrintWriter;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code dutyledger rulebook}: the law as data; needs no server. */
@Command(
        name = "rulebook",
        description = "The rulebooks that come with the product, and checks of others.",
        subcommands = {
            RulebookCommands.ListAll.class,
            RulebookCommands.Show.class,
            RulebookLinting.class,
            RulebookTrial.class,
            RulebookComparison.class,
            RulebookSchema.class
        })
final class RulebookCommands {

    RulebookCommands() {}

    /** {@code rulebook list}. */
    @Command(name = "list", description = "Lists the rulebooks that come with the product.")
    static final class ListAll implements Runnable {
        @Mixin private Output output;
        @Mixin private SpokenLanguage language;
        @Spec private CommandSpec spec;

        ListAll() {}

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            if (output.table()) {
                var table = new Table("ID", "JURISDICTION", "LAYER", "DUTIES", "TITLE");
                for (Rulebook each : Rulebooks.all()) {
                    table.row(
                            each.id(),
                            each.jurisdiction(),
                            LawFiles.word(each.layer()),
                            Integer.toString(each.duties().size()),
                            language.of(each.title()));
                }
                table.print(out);
                return;
            }
            ArrayNode all = new JsonMapper().createArrayNode();
            for (Rulebook each : Rulebooks.all()) {
                all.addObject()
                        .put("id", each.id())
                        .put("digest", each.digest())
                        .put("jurisdiction", each.jurisdiction())
                        .put("layer", LawFiles.word(each.layer()))
                        .put("currency", each.currency())
                        .put("title", language.of(each.title()));
            }
            Answer.print(out, all);
        }
    }

    /** {@code rulebook show}. */
    @Command(
            name = "show",
            description = "Shows the duties of a rulebook with article, source and confidence.")
    static final class Show implements Runnable {
        @Parameters(paramLabel = "ID", description = "An id of `rulebook list`, or a YAML file.")
        private String id;

        @Option(names = "--yaml", description = "The rulebook itself, as it was written.")
        private boolean yaml;

        @Option(
                names = "--uncovered",
                description = "The rows of the law that no fact decides, each with the reason.")
        private boolean uncovered;

        @Mixin private Output output;
        @Mixin private SpokenLanguage language;
        @Spec private CommandSpec spec;

        Show() {}

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            if (yaml) {
                out.print(LawFiles.yaml(id));
                return;
            }
            Rulebook rulebook = LawFiles.rulebook(id);
            if (uncovered) {
                new UncoveredRows(rulebook, language).print(out, output.table());
            } else if (output.table()) {
                table(rulebook).print(out);
            } else {
                Answer.print(out, json(rulebook));
            }
        }

        private Table table(Rulebook rulebook) {
            var table = new Table("RULE", "KIND", "ARTICLE", "SOURCE", "SURE", "FROM", "SAYS");
            rulebook.duties()
                    .forEach(duty -> {
                        Citation cited = duty.citation();
                        table.row(
                                cited.rule(),
                                LawFiles.word(duty.kind()),
                                cited.article(),
                                cited.source(),
                                cited.confidence().name(),
                                cited.appliesFrom() == null ? "" : cited.appliesFrom().toString(),
                                language.of(cited.says()));
                    });
            return table;
        }

        private ObjectNode json(Rulebook rulebook) {
            ObjectNode answer = new JsonMapper().createObjectNode();
            answer.put("id", rulebook.id())
                    .put("digest", rulebook.digest())
                    .put("jurisdiction", rulebook.jurisdiction())
                    .put("layer", LawFiles.word(rulebook.layer()))
                    .put("currency", rulebook.currency())
                    .put("title", language.of(rulebook.title()));
            ArrayNode duties = answer.putArray("duties");
            rulebook.duties()
                    .forEach(duty -> {
                        Citation cited = duty.citation();
                        ObjectNode row = duties.addObject();
                        row.put("rule", cited.rule())
                                .put("kind", LawFiles.word(duty.kind()))
                                .put("article", cited.article())
                                .put("source", cited.source())
                                .put("confidence", cited.confidence().name())
                                .put("says", language.of(cited.says()));
                        if (cited.appliesFrom() != null) {
                            row.put("appliesFrom", cited.appliesFrom().toString());
                        }
                    });
            return answer;
        }
    }
}
