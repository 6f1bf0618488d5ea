package org.dutyledger.liability.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML 1.2 by its core schema, as the data model that digests are taken of (semantics rule 62):
 * times stay strings, keys must be strings, no key stands twice, one document.
 */
final class Yaml {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setAllowDuplicateKeys(false)
                    .setCodePointLimit(LARGEST)
                    .build();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @throws InvalidLawException if it is no YAML, has a key twice or a key that is no string
     */
    static JsonNode read(String text) {
        Object value;
        try {
            value = new Load(SETTINGS).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            throw new InvalidLawException(List.of(new Problem(place(e), problem(e))));
        } catch (YamlEngineException e) {
            throw new InvalidLawException(List.of(new Problem("", "not YAML: " + e.getMessage())));
        }
        List<Problem> problems = new ArrayList<>();
        check(value, "", problems);
        if (!problems.isEmpty()) {
            throw new InvalidLawException(problems);
        }
        return MAPPER.valueToTree(value);
    }

    private static String place(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                .orElse("");
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext();
        return "not YAML: " + (context == null ? "" : context + ": ") + e.getProblem();
    }

    private static void check(@Nullable Object value, String path, List<Problem> problems) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (key instanceof String) {
                    check(each, path + "/" + key, problems);
                } else {
                    problems.add(
                            new Problem(
                                    path + "/" + key, "expected a key that is a string; quote it"));
                }
            });
        } else if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object each : list) {
                check(each, path + "/" + index++, problems);
            }
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            problems.add(new Problem(path, "expected a finite number, found " + number));
        }
    }
}
