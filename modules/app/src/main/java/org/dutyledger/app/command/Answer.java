package org.dutyledger.app.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Reading and printing parts of a JSON answer. */
final class Answer {

    private Answer() {}

    /** The text at a JSON pointer, empty if there is none. */
    static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    /** An instant to the minute, in UTC; empty if there is none. */
    static String minute(JsonNode node, String pointer) {
        String instant = text(node, pointer);
        return instant.length() < 16 ? instant : instant.substring(0, 16).replace('T', ' ') + "Z";
    }

    /** Low, likely and high as one cell. */
    static String amounts(JsonNode scenarios) {
        String low = text(scenarios, "/low");
        String high = text(scenarios, "/high");
        String likely = text(scenarios, "/likely");
        return low.equals(high) ? likely : "%s (%s to %s)".formatted(likely, low, high);
    }

    /** The exposure of a model's standing as one cell. */
    static String exposure(JsonNode standing) {
        return standing.has("exposure")
                ? text(standing, "/exposure/currency")
                        + " "
                        + amounts(standing.at("/exposure/total"))
                : "no harm on record";
    }

    static void print(PrintWriter out, JsonNode answer) {
        out.println(answer.toPrettyString());
    }
}
