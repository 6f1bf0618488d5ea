package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code dutyledger feed}: the findings of a running service, in the one order. */
@Command(
        name = "feed",
        description = {
            "Prints findings behind a sequence, one a line, in the order of the record.",
            "Ends at the end of the record, or waits there with --follow; then says on standard",
            "error with which --after to go on."
        },
        subcommands = FeedSnapshots.class)
final class Feed implements Runnable {

    private static final String PAGE = "500";
    private static final String WAIT = "PT20S";
    private static final String LINE = "%-9s %-17s %-28s %-18s %-24s %-22s %-14s %s%n";

    @Option(
            names = "--after",
            paramLabel = "N",
            defaultValue = "0",
            description = "Everything up to this sequence was seen; last: the end (default: 0).")
    private String after;

    @Option(names = "--follow", description = "Wait for more at the end, until stopped.")
    private boolean follow;

    @Option(names = "--limit", paramLabel = "N", description = "End after so many findings.")
    private @Nullable Long limit;

    @Mixin private FeedFilterOptions filter;
    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    Feed() {}

    @Override
    public void run() {
        if (limit != null && limit < 1) {
            throw CommandFailure.wrongUse("--limit is at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            out.printf(
                    LINE,
                    "SEQUENCE",
                    "CHANGE",
                    "MODEL",
                    "RULEBOOK",
                    "RULE",
                    "ABOUT",
                    "STATUS",
                    "DUE");
        }
        Map<String, String> query = filter.query();
        query.put("limit", PAGE);
        query.put("after", after);
        long left = limit == null ? Long.MAX_VALUE : limit;
        while (true) {
            JsonNode page = service.get("/feed", query);
            for (JsonNode each : page.get("items")) {
                print(out, each);
                left--;
                if (left == 0) {
                    reached(Answer.text(each, "/id"));
                    return;
                }
            }
            out.flush();
            query.put("after", Answer.text(page, "/next"));
            if (page.get("next").asLong() >= page.get("last").asLong()) {
                if (!follow) {
                    reached(Answer.text(page, "/next"));
                    return;
                }
                query.put("wait", WAIT);
            }
        }
    }

    private void reached(String sequence) {
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println("next: --after " + sequence);
    }

    private void print(PrintWriter out, JsonNode finding) {
        if (!output.table()) {
            out.println(finding);
            return;
        }
        String type = Answer.text(finding, "/type");
        boolean duty = finding.at("/data").has("duty");
        out.printf(
                LINE,
                Answer.text(finding, "/id"),
                type.substring("org.dutyledger.".length(), type.length() - ".v1".length()),
                Answer.text(finding, "/partitionkey"),
                Answer.text(finding, "/data/rulebook/id"),
                duty ? Answer.text(finding, "/data/duty/rule") : "",
                duty ? Answer.text(finding, "/data/duty/about") : "",
                duty ? Answer.text(finding, "/data/duty/status") : "",
                duty
                        ? Answer.minute(finding, "/data/duty/due")
                        : Answer.text(finding, "/data/exposure/currency")
                                + " "
                                + Answer.amounts(finding.at("/data/exposure/total")));
    }
}
