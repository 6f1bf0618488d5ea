package org.dutyledger.contract.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that describes every type of fact and finding, in Markdown, from the schemas alone. */
public final class FactsPage {

    private static final String HEAD =
            """
            # Facts and findings

            Generated from the JSON Schemas under `modules/contract/src/main/resources/schemas`; a test fails if this page is stale.
            Every fact and finding is a CloudEvent 1.0. The tables show the fields of `data`; a field in **bold** is required.
            An unknown field is kept and ignored. Choices beyond the schemas stand in `asyncapi.yaml`.
            """;

    private final JsonMapper mapper = new JsonMapper();
    private final Map<String, JsonNode> documents = new HashMap<>();
    private final StringBuilder page = new StringBuilder(HEAD);

    private FactsPage() {
        for (String name : Schemas.documents()) {
            documents.put(name, mapper.readTree(Schemas.document(name)));
        }
    }

    /** The whole page. */
    public static String markdown() {
        FactsPage page = new FactsPage();
        page.section("Envelope of a fact", page.document("fact.json"));
        Schemas.facts().forEach(page::type);
        page.section("Envelope of a finding", page.document("finding.json"));
        Schemas.findings().forEach(page::type);
        page.kinds();
        return page.page.toString();
    }

    private void type(String type) {
        section("`" + type + "`", document(type + ".json"));
    }

    private void section(String title, JsonNode schema) {
        page.append("\n## ").append(title).append("\n\n");
        page.append(schema.path("description").stringValue("")).append("\n\n");
        page.append("| field | value | meaning |\n|---|---|---|\n");
        rows("", schema);
    }

    private void rows(String prefix, JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = prefix + property.getKey();
            JsonNode field = property.getValue();
            String shown = required.contains(property.getKey()) ? "**`%s`**" : "`%s`";
            page.append("| ").append(String.format(shown, name)).append(" | ");
            page.append(value(field)).append(" | ").append(meaning(field)).append(" |\n");
            rows(name + ".", field);
            rows(name + "[].", field.path("items"));
        }
    }

    private String value(JsonNode field) {
        if (field.has("$ref")) {
            return kind(field);
        }
        if (field.has("enum")) {
            return words(field.path("enum"));
        }
        if (field.has("const")) {
            return "`" + field.path("const").asString() + "`";
        }
        if (field.has("items")) {
            return "array of " + value(field.path("items"));
        }
        if (field.path("additionalProperties").isObject()) {
            return "object of " + value(field.path("additionalProperties"));
        }
        JsonNode type = field.path("type");
        return type.isArray() ? words(type) : type.stringValue("any");
    }

    private static String words(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(word -> "`" + word.asString() + "`")
                .collect(Collectors.joining(" "));
    }

    private static String kind(JsonNode reference) {
        String ref = reference.path("$ref").stringValue("");
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        return "[" + name + "](#" + anchor(name) + ")";
    }

    private static String anchor(String kind) {
        return "kind-" + kind.toLowerCase(Locale.ROOT);
    }

    private static String meaning(JsonNode field) {
        List<String> parts = new ArrayList<>();
        parts.add(field.path("description").stringValue(""));
        if (field.has("minimum")) {
            parts.add("At least " + field.path("minimum") + ".");
        }
        if (field.has("maximum")) {
            parts.add("At most " + field.path("maximum") + ".");
        }
        if (field.has("default")) {
            parts.add("Default `" + field.path("default").asString() + "`.");
        }
        return String.join(" ", parts).strip();
    }

    private void kinds() {
        page.append("\n## Kinds of values\n\n| kind | JSON | meaning |\n|---|---|---|\n");
        JsonNode kinds = document("defs.json").path("$defs");
        for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
            page.append("| <a id=\"").append(anchor(kind.getKey())).append("\"></a>`");
            page.append(kind.getKey()).append("` | ").append(value(kind.getValue()));
            page.append(" | ").append(meaning(kind.getValue())).append(" |\n");
        }
    }

    private JsonNode document(String name) {
        JsonNode document = documents.get(name);
        if (document == null) {
            throw new IllegalArgumentException("no schema document " + name);
        }
        return document;
    }
}
