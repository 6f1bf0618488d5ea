package org.dutyledger.liability.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a person of law should look at in a rulebook, from errors down to missing care. */
public final class RulebookLint {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final JsonNode own;
    private final RulebookRows rows;

    private RulebookLint(JsonNode own, JsonNode whole) {
        this.own = own;
        this.rows = new RulebookRows(whole);
    }

    /**
     * All that is to be said of a rulebook; empty: nothing. One that cannot be read gives what is
     * wrong with it; one that can gives what is doubtful.
     */
    public static List<Problem> lint(String yaml) {
        try {
            JsonNode own = Yaml.read(yaml);
            JsonNode whole = RulebookReader.whole(yaml);
            RulebookLint lint = new RulebookLint(own, whole);
            lint.languages();
            lint.readings();
            lint.gaps();
            lint.sources();
            List<Problem> all = new ArrayList<>(lint.rows.problems());
            all.addAll(RuleReach.problems(whole));
            all = new ArrayList<>(new OwnRows(own, whole).problems(all));
            all.addAll(layer(own));
            return YamlLines.of(yaml).place(all);
        } catch (InvalidLawException e) {
            return e.problems();
        }
    }

    /**
     * Rules of the rulebook's own text (not of what it builds on) that no case puts to the test;
     * empty also for one that cannot be read. What is only listed needs none.
     *
     * @param covered ids of the rules that cases put to the test
     */
    public static List<Problem> untested(String yaml, Set<String> covered) {
        try {
            RulebookRows own = new RulebookRows(Yaml.read(yaml));
            RulebookReader.whole(yaml);
            own.eachCited((path, row) -> {
                if (!path.startsWith("/uncovered")
                        && !covered.contains(row.get("rule").stringValue())) {
                    own.say(path, row, "no case beside the rulebook puts it to the test");
                }
            });
            return YamlLines.of(yaml).place(own.problems());
        } catch (InvalidLawException e) {
            return List.of();
        }
    }

    /** The id of a rulebook that can be read. */
    public static String id(String yaml) {
        return Yaml.read(yaml).get("rulebook").stringValue();
    }

    /** How many rules {@link #untested} looks at. */
    public static int rules(String yaml) {
        return untested(yaml, Set.of()).size();
    }

    /** A layer that changes nothing of what it builds on was written for another. */
    private static List<Problem> layer(JsonNode own) {
        RulebookRows rows = new RulebookRows(own);
        if (!own.has(Layers.BUILDS_ON)) {
            return List.of();
        }
        String id = own.get(Layers.BUILDS_ON).stringValue();
        JsonNode base = RulebookReader.whole(Rulebooks.yaml(id));
        Set<String> below = new TreeSet<>();
        Set<JsonNode> said = new HashSet<>();
        new RulebookRows(base)
                .eachCited((path, row) -> {
                    below.add(row.get("rule").stringValue());
                    said.add(row);
                });
        int index = 0;
        for (JsonNode removed : own.path(Layers.REMOVES)) {
            String rule = removed.stringValue();
            if (!below.contains(rule)) {
                rows.say(
                        "/" + Layers.REMOVES + "/" + index,
                        "expected a rule of %s, found %s%s"
                                .formatted(id, rule, Nearest.to(rule, below)));
            }
            index++;
        }
        rows.eachCited((path, row) -> {
            if (said.contains(row)) {
                rows.say(path, row, "says the same as in " + id);
            }
        });
        return rows.problems();
    }

    private void languages() {
        for (String part : RulebookRows.CITED) {
            rows.each(
                    part,
                    (path, row) -> {
                        for (String key : List.of("says", "interpretation_note", "why")) {
                            JsonNode wording = row.path(key);
                            if (wording.isObject()
                                    && !CHINESE.matcher(wording.get("zh").stringValue()).find()) {
                                rows.say(path + "/" + key + "/zh", row, "expected 简体中文");
                            }
                        }
                    });
        }
    }

    /** An open word is measured by policy, and an unverified source is one: both need a note. */
    private void readings() {
        rows.each(
                "/duties",
                (path, row) -> {
                    boolean measured =
                            row.path("standard").asString("").equals("open")
                                    || row.path("period").has("policy");
                    boolean unverified = row.get("confidence").stringValue().equals("UNVERIFIED");
                    if ((measured || unverified) && !row.has("interpretation_note")) {
                        rows.say(
                                path,
                                row,
                                "expected an interpretation_note that says how it is read");
                    }
                    if (row.has("applies_to")) {
                        rows.say(
                                path + "/applies_to", row, "is shown, but ends no duty that arose");
                    }
                });
    }

    private void gaps() {
        for (String part : RulebookRows.CITED) {
            Map<String, List<JsonNode>> byRule = new HashMap<>();
            rows.each(
                    part,
                    (path, row) ->
                            byRule.computeIfAbsent(
                                            row.get("rule").stringValue(),
                                            rule -> new ArrayList<>())
                                    .add(row));
            byRule.values().forEach(ofOneRule -> gap(part, ofOneRule));
        }
    }

    private void gap(String part, List<JsonNode> ofOneRule) {
        List<JsonNode> inTime = new ArrayList<>(ofOneRule);
        inTime.sort((a, b) ->
                RulebookCheck.date(a, "applies_from", LocalDate.MIN)
                        .compareTo(RulebookCheck.date(b, "applies_from", LocalDate.MIN)));
        for (int i = 1; i < inTime.size(); i++) {
            LocalDate ends = RulebookCheck.date(inTime.get(i - 1), "applies_to", LocalDate.MAX);
            LocalDate begins = RulebookCheck.date(inTime.get(i), "applies_from", LocalDate.MIN);
            if (ends.isBefore(begins)) {
                rows.say(
                        part,
                        inTime.get(i),
                        "applies neither from " + ends + " nor before " + begins);
            }
        }
    }

    private void sources() {
        Set<String> used = new HashSet<>();
        for (String part : RulebookRows.CITED) {
            rows.each(
                    part,
                    (path, row) ->
                            used.addAll(List.of(row.get("source").stringValue().split(", *", -1))));
        }
        for (Map.Entry<String, JsonNode> source : own.path("sources").properties()) {
            if (!used.contains(source.getKey())) {
                rows.say("/sources/" + source.getKey(), "is a source of no rule");
            }
        }
    }
}
