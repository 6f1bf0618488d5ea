package org.dutyledger.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings a person wants to see; the service reads and checks the values. */
final class FeedFilterOptions {

    @Option(names = "--provider", paramLabel = "NAME", description = "Of this provider's models.")
    private @Nullable String provider;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Of these models, provider/model, with commas between.")
    private @Nullable String model;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Of these types, such as duty.breached, with commas between.")
    private @Nullable String type;

    @Option(names = "--rulebook", paramLabel = "ID", description = "Under this rulebook.")
    private @Nullable String rulebook;

    @Option(names = "--rule", paramLabel = "RULE", description = "About duties of this rule.")
    private @Nullable String rule;

    @Option(names = "--about", paramLabel = "ID", description = "About this risk or incident.")
    private @Nullable String about;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "warn, remediate, monitor, report, label, retain or disclose.")
    private @Nullable String kind;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "In these statuses, with commas between.")
    private @Nullable String status;

    FeedFilterOptions() {}

    /** As the parameters of a request. */
    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        put(query, "provider", provider);
        put(query, "model", model);
        put(query, "type", type);
        put(query, "rulebook", rulebook);
        put(query, "rule", rule);
        put(query, "about", about);
        put(query, "kind", kind);
        put(query, "status", status);
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
