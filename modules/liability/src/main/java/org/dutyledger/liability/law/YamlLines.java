package org.dutyledger.liability.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** In which lines of a YAML text its values stand. */
final class YamlLines {

    private final @Nullable Node root;

    private YamlLines(@Nullable Node root) {
        this.root = root;
    }

    /** Of a text that {@link Yaml#read} accepts. */
    static YamlLines of(String text) {
        return new YamlLines(Yaml.compose(text));
    }

    /** The problems, each with the line of its value. */
    List<Problem> place(List<Problem> problems) {
        return problems.stream()
                .map(it -> it.line() > 0 ? it : new Problem(it.path(), line(it.path()), it.says()))
                .toList();
    }

    /** The line of the value at a JSON pointer, or of the nearest around it; 0: no pointer. */
    private int line(String pointer) {
        if (root == null || !pointer.startsWith("/")) {
            return 0;
        }
        Node node = root;
        int line = startOf(root);
        for (String step : pointer.substring(1).split("/", -1)) {
            Step next = step(node, step.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                return line;
            }
            node = next.value;
            line = next.line;
        }
        return line;
    }

    private record Step(Node value, int line) {}

    private static @Nullable Step step(Node node, String name) {
        return switch (node) {
            case MappingNode map -> entry(map, name);
            case SequenceNode list when name.matches("\\d{1,6}") -> {
                int index = Integer.parseInt(name);
                Node value = index < list.getValue().size() ? list.getValue().get(index) : null;
                yield value == null ? null : new Step(value, startOf(value));
            }
            default -> null;
        };
    }

    private static @Nullable Step entry(MappingNode map, String name) {
        for (NodeTuple each : map.getValue()) {
            if (each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return new Step(each.getValueNode(), startOf(key));
            }
        }
        return null;
    }

    private static int startOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
