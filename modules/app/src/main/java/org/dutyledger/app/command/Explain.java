package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.contract.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger explain}: why a duty, or the exposure, is as it is. */
@Command(
        name = "explain",
        description = {
            "Explains a duty of a running service: the rule with article and confidence,",
            "the facts, and the arithmetic. RULE may be a part of the answer instead: exposure,",
            "potential, by-risk, parties, defects, needs-finding, time-bars, defences, presumptions,",
            "claims, recourse, penalties, costs, causation, one-more-hour, quality.",
            "With --what-would-help it says instead which fact or finding would change the",
            "answer most: each is added to the history, judged again and compared, none stored."
        })
final class Explain implements Runnable {

    @Parameters(index = "0", paramLabel = "MODEL", description = "provider/model")
    private ModelId model;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RULE",
            description = "As `duties` shows it, such as CN-CC-1206-1, or a part.")
    private @Nullable String rule;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ABOUT",
            description =
                    "Risk, version, incident or model of the duty; harm, rule, claim or the like of a part.")
    private @Nullable String about;

    @Option(
            names = "--rulebook",
            paramLabel = "ID",
            description = "Default: the first with the rule.")
    private @Nullable String rulebook;

    @Option(names = "--as-of", paramLabel = "TIME", description = "Default: now.")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description = "Default: everything recorded.")
    private @Nullable String knownAt;

    @Option(
            names = "--what-would-help",
            description = "Which fact or finding would change the answer most.")
    private boolean whatWouldHelp;

    @Option(
            names = "--ahead",
            paramLabel = "LENGTH",
            description = "With it: how far ahead answers are compared (default: PT24H).")
    private @Nullable String ahead;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "With it: how many are tried at most (default: 60).")
    private @Nullable String limit;

    @Mixin private SpokenLanguage language;
    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Explain() {}

    @Override
    public void run() {
        if (whatWouldHelp == (rule != null)) {
            throw CommandFailure.wrongUse(
                    "explain asks for a RULE, or for --what-would-help with --rulebook");
        }
        String question = whatWouldHelp ? "/what-would-help" : "/explain";
        JsonNode why = service.get("/models/" + model + question, query());
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            out.print(Answer.text(why, "/text"));
        } else {
            Answer.print(out, why);
        }
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        put(query, "rule", rule);
        put(query, "ahead", ahead);
        put(query, "limit", limit);
        query.put("lang", language.code());
        put(query, "about", about);
        put(query, "rulebook", rulebook);
        put(query, "asOf", asOf);
        put(query, "knownAt", knownAt);
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
