package org.dutyledger.liability.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The rows of a whole rulebook, walked part by part, and what is said of them. */
final class RulebookRows {

    /** The parts whose rows begin with a citation. */
    static final List<String> CITED =
            List.of(
                    "/roles",
                    "/duties",
                    "/damages/regime",
                    "/damages/heads",
                    "/damages/presumed_leak",
                    "/damages/defences",
                    "/damages/presumptions",
                    "/damages/time_bars",
                    "/damages/punitive",
                    "/penalties",
                    "/costs",
                    "/recourse",
                    "/remedies",
                    "/quality",
                    "/limits",
                    "/uncovered");

    private final JsonNode whole;
    private final List<Problem> problems = new ArrayList<>();

    RulebookRows(JsonNode whole) {
        this.whole = whole;
    }

    /** Walks the rows of one part, each with its path. */
    void each(String part, BiConsumer<String, JsonNode> row) {
        int index = 0;
        for (JsonNode each : whole.at(part)) {
            row.accept(part + "/" + index++, each);
        }
    }

    /** Walks the rows of all parts that cite the law. */
    void eachCited(BiConsumer<String, JsonNode> row) {
        CITED.forEach(part -> each(part, row));
    }

    /** Says something of a row. */
    void say(String path, JsonNode row, String sentence) {
        say(path, row.get("rule").stringValue() + ": " + sentence);
    }

    /** Says something of a value. */
    void say(String path, String sentence) {
        problems.add(new Problem(path, sentence));
    }

    /** All that was said. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
