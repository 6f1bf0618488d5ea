package org.dutyledger.liability.law;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.codec.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML 1.2 by its core schema, as the data model that digests are taken of (semantics rule 62):
 * times stay strings, keys must be strings, no key stands twice, one document.
 */
final class Yaml {

    private static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 100_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(false).build();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @throws InvalidLawException if it is no YAML, has a key twice or a key that is no string
     */
    static JsonNode read(String text) {
        if (text.length() > LONGEST) {
            throw tooMuch("at most %d characters".formatted(LONGEST));
        }
        Object value;
        try {
            refuseDepth(text);
            value = new Load(SETTINGS).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            throw new InvalidLawException(List.of(new Problem(place(e), problem(e))));
        } catch (YamlEngineException e) {
            throw new InvalidLawException(List.of(new Problem("", "not YAML: " + e.getMessage())));
        }
        Walk walk = new Walk();
        walk.over(value, "");
        if (!walk.problems.isEmpty()) {
            throw new InvalidLawException(walk.problems);
        }
        return MAPPER.valueToTree(value);
    }

    /** The nodes of a text that {@link #read} accepts, which know their lines; null: none. */
    static @Nullable Node compose(String text) {
        return new Compose(SETTINGS).composeString(text).orElse(null);
    }

    /** Before the recursive part of reading: a text cannot be deeper than the stack. */
    private static void refuseDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                throw tooMuch("at most %d levels".formatted(DEEPEST));
            }
        }
    }

    /** {@code sha-256:} and the hex of the data model's RFC 8785 form (semantics rule 62). */
    static String digest(JsonNode document) {
        return CanonicalJson.digest(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidLawException tooMuch(String expected) {
        return new InvalidLawException(List.of(new Problem("", "expected " + expected)));
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

    /** Goes over a value as it is after aliases are resolved. */
    private static final class Walk {
        private final List<Problem> problems = new ArrayList<>();
        private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());
        private int values;

        void over(@Nullable Object value, String path) {
            if (++values > MOST_VALUES) {
                throw tooMuch("at most %d values".formatted(MOST_VALUES));
            }
            switch (value) {
                case Map<?, ?> map ->
                        inside(map, path, () -> map.forEach((k, v) -> entry(k, v, path)));
                case Collection<?> list -> inside(list, path, () -> elements(list, path));
                case Double number when !Double.isFinite(number) ->
                        problems.add(
                                new Problem(path, "expected a finite number, found " + number));
                case null, default -> {}
            }
        }

        private void inside(Object collection, String path, Runnable over) {
            if (around.add(collection)) {
                over.run();
                around.remove(collection);
            } else {
                problems.add(new Problem(path, "is an alias of what it stands in"));
            }
        }

        private void entry(@Nullable Object key, @Nullable Object value, String path) {
            if (key instanceof String) {
                over(value, path + "/" + key);
            } else {
                String sentence = "expected a key that is a string; quote it";
                problems.add(new Problem(path + "/" + key, sentence));
            }
        }

        private void elements(Collection<?> list, String path) {
            int index = 0;
            for (Object each : list) {
                over(each, path + "/" + index++);
            }
        }
    }
}
