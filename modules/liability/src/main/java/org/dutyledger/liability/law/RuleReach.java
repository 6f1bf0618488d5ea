package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Rules and terms of a whole rulebook that no facts can ever bring into play. */
final class RuleReach {

    private static final String NO_EXPANDED =
            "no damage is ever expanded: expected damages/expanded_by_breach_of";

    private final JsonNode whole;
    private final RulebookRows rows;

    private RuleReach(JsonNode whole) {
        this.whole = whole;
        this.rows = new RulebookRows(whole);
    }

    static List<Problem> problems(JsonNode whole) {
        RuleReach reach = new RuleReach(whole);
        reach.clocks();
        reach.places();
        reach.later();
        reach.noDamages();
        reach.expanded();
        reach.heads();
        reach.punitive();
        reach.limits();
        return reach.rows.problems();
    }

    /** A clock that waits for what the condition does not ask for runs from detection. */
    private void clocks() {
        rows.each(
                "/duties",
                (path, row) -> {
                    String clock = text(row, "clock");
                    String condition = text(row, "condition");
                    Set<String> starts =
                            switch (clock) {
                                case "grade" -> Set.of("graded", "graded-and-handled");
                                case "handled" -> Set.of("graded-and-handled");
                                case "condition" ->
                                        Set.of(
                                                "serious-injuries",
                                                "deaths",
                                                "any-serious",
                                                "critical-infrastructure",
                                                "imminent");
                                default -> Set.of();
                            };
                    if (!starts.isEmpty() && !starts.contains(condition)) {
                        rows.say(
                                path + "/clock",
                                row,
                                "runs from detection: %s needs the condition %s, found %s"
                                        .formatted(
                                                clock,
                                                String.join(
                                                        " or ", starts.stream().sorted().toList()),
                                                condition.isEmpty() ? "none" : condition));
                    }
                });
    }

    /** Classes and authorities bear the law that they are of in their names. */
    private void places() {
        String law = whole.get("jurisdiction").stringValue().toLowerCase(Locale.ROOT) + "-";
        rows.each(
                "/duties",
                (path, row) -> {
                    List<String> classes = texts(row.path("classes"));
                    if (!classes.isEmpty()
                            && classes.stream().noneMatch(it -> it.startsWith(law))) {
                        rows.say(
                                path + "/classes",
                                row,
                                "looks at no version: expected a class %s…, found %s"
                                        .formatted(law, String.join(", ", classes)));
                    }
                    for (String to : addressees(row.path("to"))) {
                        if (to.startsWith("authority:") && !to.startsWith("authority:" + law)) {
                            rows.say(
                                    path + "/to",
                                    row,
                                    "expected an authority:%s…, found %s".formatted(law, to));
                        }
                    }
                });
    }

    private static List<String> addressees(JsonNode to) {
        List<String> all = new ArrayList<>(texts(to));
        to.forEach(each -> all.addAll(texts(each)));
        return all;
    }

    private void later() {
        rows.each(
                "/duties",
                (path, row) -> {
                    String later = text(row, "released_earlier_from");
                    String from = text(row, "applies_from");
                    if (!later.isEmpty() && later.compareTo(from) <= 0) {
                        rows.say(
                                path + "/released_earlier_from",
                                row,
                                "never takes effect: expected a day after applies_from ("
                                        + from
                                        + "), found "
                                        + later);
                    }
                    if (!later.isEmpty() && from.isEmpty()) {
                        rows.say(
                                path + "/released_earlier_from",
                                row,
                                "never takes effect: expected applies_from besides");
                    }
                });
    }

    private void noDamages() {
        if (!whole.at("/damages/basis").asString("").equals("none")) {
            return;
        }
        for (String part : List.of("heads", "defences", "presumptions", "punitive")) {
            rows.each(
                    "/damages/" + part,
                    (path, row) ->
                            rows.say(path, row, "is never counted, since the basis is none"));
        }
    }

    private void expanded() {
        if (whole.path("damages").has("expanded_by_breach_of")) {
            return;
        }
        rows.each(
                "/damages/defences",
                (path, row) -> {
                    if (text(row, "lost").equals("expanded")) {
                        rows.say(path + "/lost", row, NO_EXPANDED);
                    }
                });
        rows.each(
                "/damages/punitive",
                (path, row) -> {
                    if (text(row, "gate").equals("knew-or-expanded")) {
                        rows.say(path + "/gate", row, NO_EXPANDED);
                    }
                });
    }

    private void heads() {
        List<String> given = new ArrayList<>();
        rows.each("/damages/heads", (path, row) -> given.addAll(texts(row.path("heads"))));
        rows.each(
                "/damages/heads",
                (path, row) -> {
                    for (String head : texts(row.path("not_if_professional"))) {
                        if (!given.contains(head)) {
                            rows.say(
                                    path + "/not_if_professional",
                                    row,
                                    "expected a head that a rule gives (%s), found %s%s"
                                            .formatted(
                                                    String.join(", ", given),
                                                    head,
                                                    Nearest.to(head, given)));
                        }
                    }
                });
    }

    /** The larger of the ways counts, at equal amounts the first (rule 52). */
    private void punitive() {
        List<JsonNode> before = new ArrayList<>();
        rows.each(
                "/damages/punitive",
                (path, row) -> {
                    before.stream()
                            .filter(other -> neverLess(other, row))
                            .findFirst()
                            .ifPresent(other ->
                                    rows.say(
                                            path,
                                            row,
                                            "never counts: "
                                                    + text(other, "rule")
                                                    + " opens as widely and gives no less"));
                    before.add(row);
                });
    }

    private static boolean neverLess(JsonNode other, JsonNode row) {
        boolean sameDays =
                other.path("applies_from").equals(row.path("applies_from"))
                        && other.path("applies_to").equals(row.path("applies_to"));
        return sameDays
                && other.get("gate").equals(row.get("gate"))
                && other.get("base").equals(row.get("base"))
                && other.get("multiple").intValue() >= row.get("multiple").intValue()
                && !other.path("cap_only").asBoolean(false)
                && !row.has("floor");
    }

    /** Of two limits of one value in force at one time, the looser never binds. */
    private void limits() {
        Map<String, List<JsonNode>> byValue = new HashMap<>();
        rows.each(
                "/limits",
                (path, row) -> {
                    List<JsonNode> others =
                            byValue.computeIfAbsent(
                                    text(row, "policy") + row.path("applies_from"),
                                    value -> new ArrayList<>());
                    for (JsonNode other : others) {
                        int tighter = binds(other, row);
                        if (tighter > 0) {
                            neverBinds(path, other, row);
                        } else if (tighter < 0) {
                            neverBinds(path, row, other);
                        }
                    }
                    others.add(row);
                });
    }

    private void neverBinds(String path, JsonNode looser, JsonNode tighter) {
        rows.say(path, looser, "never binds: " + text(tighter, "rule") + " is tighter");
    }

    /** Above 0: {@code b} is the tighter; below: {@code a}; 0: neither, or not comparable. */
    private static int binds(JsonNode a, JsonNode b) {
        if (a.has("max") && b.has("max") && !a.has("min") && !b.has("min")) {
            return size(a.get("max")).compareTo(size(b.get("max")));
        }
        return 0;
    }

    private static BigDecimal size(JsonNode bound) {
        return bound.isString()
                ? BigDecimal.valueOf(Duration.parse(bound.stringValue()).toSeconds())
                : bound.decimalValue();
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).asString("");
    }

    private static List<String> texts(JsonNode list) {
        return list.isArray()
                ? list.values().stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList()
                : List.of();
    }
}
