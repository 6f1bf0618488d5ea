package org.dutyledger.liability.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A history with what was computed by hand for it: the facts, the policy, and expected answers by
 * {@code RULEBOOK@ASOF[~KNOWNAT]}.
 *
 * @param facts JSON lines, a CloudEvent a line
 * @param expected JSON by the name of its file without {@code .json}
 * @param readme the arithmetic; a line {@code Covers: RULE, RULE} names rules that answers do not
 */
public record TrialCase(
        String name, String facts, String policy, Map<String, String> expected, String readme) {

    private static final Pattern COVERS = Pattern.compile("(?m)^Covers: (.*)$");
    private static final Pattern EXPECTED = Pattern.compile("expected/([^/]+)\\.json");

    /** Under which a case keeps its facts; what lacks it is no case. */
    public static final String FACTS = "facts.jsonl";

    /** Every case among texts by {@code NAME/FILE} and {@code NAME/expected/FILE}, sorted. */
    public static List<TrialCase> of(Map<String, String> texts) {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        texts.forEach((path, text) -> {
            int slash = path.indexOf('/');
            if (slash > 0) {
                folders.computeIfAbsent(path.substring(0, slash), folder -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            }
        });
        List<TrialCase> cases = new ArrayList<>();
        folders.forEach((name, files) -> {
            if (files.containsKey(FACTS)) {
                cases.add(of(name, files));
            }
        });
        return cases;
    }

    private static TrialCase of(String name, Map<String, String> files) {
        Map<String, String> expected = new TreeMap<>();
        files.forEach((path, text) -> {
            Matcher file = EXPECTED.matcher(path);
            if (file.matches()) {
                expected.put(file.group(1), text);
            }
        });
        return new TrialCase(
                name,
                files.getOrDefault(FACTS, ""),
                files.getOrDefault("policy.yaml", ""),
                expected,
                files.getOrDefault("README.md", ""));
    }

    /** The expected answers of one rulebook, by the name of their file. */
    Map<String, String> expected(String rulebook) {
        Map<String, String> own = new TreeMap<>(expected);
        own.keySet().removeIf(file -> !file.startsWith(rulebook + "@"));
        return own;
    }

    /** The rules that cases put to the test under a rulebook. */
    public static Set<String> covered(Collection<TrialCase> cases, String rulebook) {
        Set<String> rules = new TreeSet<>();
        cases.forEach(each -> rules.addAll(each.covered(rulebook)));
        return rules;
    }

    /** Those that its expected answers name, and those that its readme says. */
    private Set<String> covered(String rulebook) {
        Set<String> rules = new LinkedHashSet<>();
        Map<String, String> own = expected(rulebook);
        own.values().forEach(answer -> named(answer, rules));
        Matcher said = COVERS.matcher(readme);
        while (!own.isEmpty() && said.find()) {
            rules.addAll(List.of(said.group(1).trim().split("[, ]+", -1)));
        }
        return rules;
    }

    private static void named(String answer, Set<String> texts) {
        try {
            named(JsonMapper.shared().readTree(answer), texts);
        } catch (JacksonException ignored) {
            // names nothing; its run says that it is not JSON
        }
    }

    /** Every text of an answer but of what must not be in it. */
    private static void named(JsonNode node, Set<String> texts) {
        if (node.isString()) {
            texts.add(node.stringValue());
        }
        if (!node.has("$none")) {
            node.forEach(each -> named(each, texts));
        }
    }
}
