package org.dutyledger.liability.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say: whether the parts of a whole rulebook fit each other. */
final class RulebookCheck {

    private final JsonNode whole;
    private final RulebookRows rows;

    private RulebookCheck(JsonNode whole) {
        this.whole = whole;
        this.rows = new RulebookRows(whole);
    }

    static List<Problem> problems(JsonNode whole) {
        RulebookCheck check = new RulebookCheck(whole);
        check.zones();
        check.sources();
        check.dates();
        check.dutiesNamed();
        check.heads();
        return check.rows.problems();
    }

    private void zones() {
        zone("/zone", whole.get("zone").stringValue());
        whole.path("states")
                .properties()
                .forEach(e -> zone("/states/" + e.getKey(), e.getValue().stringValue()));
        rows.each(
                "/duties",
                (path, row) -> {
                    String state = row.path("state").asString("");
                    if (!state.isEmpty() && !whole.path("states").has(state)) {
                        List<String> states = List.copyOf(whole.path("states").propertyNames());
                        rows.say(path + "/state", row, expected("states", states, state));
                    }
                });
    }

    private void zone(String path, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            rows.say(path, "expected an IANA time zone, found " + zone);
        }
    }

    private void sources() {
        for (String part : RulebookRows.CITED) {
            rows.each(
                    part,
                    (path, row) -> {
                        for (String key : row.get("source").stringValue().split(", *", -1)) {
                            if (!whole.get("sources").has(key)) {
                                List<String> keys =
                                        List.copyOf(whole.get("sources").propertyNames());
                                rows.say(path + "/source", row, expected("sources", keys, key));
                            }
                        }
                    });
        }
    }

    private static String expected(String of, List<String> keys, String found) {
        return "expected a key of %s (%s), found %s%s"
                .formatted(of, String.join(", ", keys), found, Nearest.to(found, keys));
    }

    /** A rule stands once, or several times with periods that do not overlap. */
    private void dates() {
        for (String part : RulebookRows.CITED) {
            Map<String, List<JsonNode>> byRule = new HashMap<>();
            rows.each(
                    part,
                    (path, row) -> {
                        LocalDate from = date(row, "applies_from", LocalDate.MIN);
                        LocalDate to = date(row, "applies_to", LocalDate.MAX);
                        if (!from.isBefore(to)) {
                            rows.say(
                                    path + "/applies_to",
                                    row,
                                    "expected a day after applies_from, found " + to);
                        }
                        List<JsonNode> others =
                                byRule.computeIfAbsent(
                                        row.get("rule").stringValue(), rule -> new ArrayList<>());
                        if (others.stream().anyMatch(other -> overlap(other, from, to))) {
                            rows.say(
                                    path,
                                    row,
                                    "stands more than once for the same days (%s)"
                                            .formatted(days(from, to)));
                        }
                        others.add(row);
                    });
        }
    }

    private static String days(LocalDate from, LocalDate to) {
        return "%s to %s"
                .formatted(
                        from.equals(LocalDate.MIN) ? "ever" : from,
                        to.equals(LocalDate.MAX) ? "ever" : to);
    }

    private static boolean overlap(JsonNode other, LocalDate from, LocalDate to) {
        return date(other, "applies_from", LocalDate.MIN).isBefore(to)
                && from.isBefore(date(other, "applies_to", LocalDate.MAX));
    }

    static LocalDate date(JsonNode row, String key, LocalDate absent) {
        return row.has(key) ? LocalDate.parse(row.get(key).stringValue()) : absent;
    }

    private void dutiesNamed() {
        Set<String> duties = new HashSet<>();
        Set<String> ofVersions = new HashSet<>();
        rows.each(
                "/duties",
                (path, row) -> {
                    String rule = row.get("rule").stringValue();
                    duties.add(rule);
                    if (row.get("judged_as").stringValue().equals("version-notice")) {
                        ofVersions.add(rule);
                    }
                });
        rows.each(
                "/damages/defects",
                (path, row) -> {
                    named(duties, path + "/rule", row.get("rule"));
                    boolean warning = row.get("type").stringValue().equals("warning");
                    if (warning != ofVersions.contains(row.get("rule").stringValue())) {
                        rows.say(
                                path + "/type",
                                row,
                                "expected warning exactly for a version-notice");
                    }
                });
        rows.each(
                "/damages/presumptions",
                (path, row) -> named(duties, path + "/in_breach_of", row.get("in_breach_of")));
        consequences(duties);
        named(duties, "/damages/expanded_by_breach_of", whole.at("/damages/expanded_by_breach_of"));
        JsonNode potential = whole.at("/damages/potential");
        named(duties, "/damages/potential/in_breach_of", potential.get("in_breach_of"));
        boolean inBreach = potential.get("unremedied").stringValue().equals("in-breach");
        if (inBreach != potential.has("in_breach_of")) {
            rows.say(
                    "/damages/potential/in_breach_of",
                    "expected exactly where unremedied is in-breach");
        }
    }

    private void consequences(Set<String> duties) {
        for (String key :
                List.of("/penalties duties", "/quality warning", "/quality remediation")) {
            String[] part = key.split(" ", 2);
            rows.each(
                    part[0],
                    (path, row) ->
                            row.get(part[1])
                                    .forEach(rule -> named(duties, path + "/" + part[1], rule)));
        }
    }

    private void named(Set<String> duties, String path, @Nullable JsonNode rule) {
        if (rule != null && rule.isString() && !duties.contains(rule.stringValue())) {
            String found = rule.stringValue();
            rows.say(
                    path,
                    "expected a duty of this rulebook, found %s%s"
                            .formatted(found, Nearest.to(found, duties)));
        }
    }

    private void heads() {
        Map<String, String> ruleOf = new HashMap<>();
        rows.each(
                "/damages/heads",
                (path, row) -> {
                    String rule = row.get("rule").stringValue();
                    for (JsonNode head : row.get("heads")) {
                        String other = ruleOf.putIfAbsent(head.stringValue(), rule);
                        if (other != null && !other.equals(rule)) {
                            rows.say(
                                    path + "/heads",
                                    row,
                                    head.stringValue() + " is given by " + other);
                        }
                    }
                });
    }
}
