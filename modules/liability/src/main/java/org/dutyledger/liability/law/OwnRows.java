package org.dutyledger.liability.law;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where the rows of a whole rulebook were written: in its own text or in that it builds on. */
final class OwnRows {

    private static final Pattern ROW = Pattern.compile("(/[a-z_/]+)/(\\d+)(/.*)?");

    private final JsonNode own;
    private final JsonNode whole;

    OwnRows(JsonNode own, JsonNode whole) {
        this.own = own;
        this.whole = whole;
    }

    /** The same problems, by the paths under which their rows were written. */
    List<Problem> problems(List<Problem> ofWhole) {
        return own.has(Layers.BUILDS_ON)
                ? ofWhole.stream()
                        .map(it -> new Problem(written(it.path()), it.line(), it.says()))
                        .toList()
                : ofWhole;
    }

    /** Whether a row of the whole was written in the rulebook itself. */
    boolean own(String path) {
        return !own.has(Layers.BUILDS_ON) || !written(path).startsWith(base());
    }

    private String written(String path) {
        Matcher row = ROW.matcher(path);
        if (!row.matches()) {
            return path;
        }
        String part = row.group(1);
        JsonNode said = whole.at(part + "/" + row.group(2));
        String rest = row.group(3) == null ? "" : row.group(3);
        int index = 0;
        for (JsonNode each : own.at(part)) {
            if (each.equals(said)) {
                return part + "/" + index + rest;
            }
            index++;
        }
        return base() + path;
    }

    private String base() {
        return "of " + own.path(Layers.BUILDS_ON).asString("") + " ";
    }
}
