package org.dutyledger.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dutyledger feed snapshot}: what stands, for those who begin to follow. */
@Command(
        name = "snapshot",
        description = {
            "Prints the last finding about each duty and exposure, as JSON lines or, of duties, CSV.",
            "Its first line says with which --after the feed goes on."
        })
final class FeedSnapshots implements Runnable {

    /** The forms of a snapshot. */
    enum Form {
        JSONL,
        CSV
    }

    @Option(names = "--at", paramLabel = "N", description = "At this sequence (default: the last).")
    private @Nullable String at;

    @Option(
            names = "--as",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "Form of the answer (default: ${DEFAULT-VALUE}).")
    private Form form;

    @Mixin private FeedFilterOptions filter;
    @Mixin private Service service;
    @Spec private CommandSpec spec;

    FeedSnapshots() {}

    @Override
    public void run() {
        Map<String, String> query = filter.query();
        query.put("format", form.name().toLowerCase(Locale.ROOT));
        if (at != null) {
            query.put("at", at);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new String(service.bytes("/feed/snapshot", query), StandardCharsets.UTF_8));
        out.flush();
    }
}
