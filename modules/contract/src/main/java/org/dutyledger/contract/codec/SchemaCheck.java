package org.dutyledger.contract.codec;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dutyledger.contract.schema.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a tree against a published schema and says what does not fit, in words. */
final class SchemaCheck {

    /** Built at the first refusal: a provider's own service may never need it. */
    private static final class Built {
        static final Map<String, String> TEXTS = texts();
        static final Map<String, JsonNode> DOCUMENTS = documents();
        static final SchemaRegistry REGISTRY =
                SchemaRegistry.withDialect(
                        Dialect.builder(Dialects.getDraft202012())
                                .format(format("date-time", text -> Instants.read(text) != null))
                                .format(format("duration", Kinds::isDuration))
                                .build(),
                        registry ->
                                registry.schemas(TEXTS)
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .losslessNarrowing(true)
                                                        .pathType(PathType.JSON_POINTER)
                                                        .build()));

        private static Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            for (String name : Schemas.documents()) {
                byte[] document = Schemas.document(name);
                texts.put(Schemas.BASE + name, new String(document, StandardCharsets.UTF_8));
            }
            return texts;
        }

        private static Map<String, JsonNode> documents() {
            JsonMapper mapper = new JsonMapper();
            Map<String, JsonNode> documents = new HashMap<>();
            TEXTS.forEach((id, text) -> documents.put(id, mapper.readTree(text)));
            return documents;
        }
    }

    private SchemaCheck() {}

    /**
     * @param document name of the schema document
     * @param prefix JSON pointer to the value in its event
     */
    static List<Reason> reasons(String document, JsonNode value, String prefix) {
        Schema schema = Built.REGISTRY.getSchema(SchemaLocation.of(Schemas.BASE + document));
        return schema.validate(value).stream().map(error -> reason(error, prefix)).toList();
    }

    private static Reason reason(Error error, String prefix) {
        String pointer = prefix + error.getInstanceLocation();
        String keyword = error.getKeyword();
        if (keyword.equals("required") || keyword.equals("dependentRequired")) {
            // the first argument is the property that is missing
            String missing =
                    pointer + "/" + Pointers.escape(String.valueOf(error.getArguments()[0]));
            return new Reason(missing, "required", "nothing", "a value");
        }
        return new Reason(pointer, keyword, found(error.getInstanceNode()), expected(error));
    }

    private static String found(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "an array";
        }
        return Found.shorten(node.isString() ? '"' + node.stringValue() + '"' : node.toString());
    }

    private static String expected(Error error) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "enum" -> "one of " + words(rule, ", ");
            case "const" -> rule.asString();
            case "type" -> rule.isArray() ? words(rule, " or ") : rule.asString();
            case "minimum" -> "at least " + rule;
            case "maximum" -> "at most " + rule;
            default -> description(error);
        };
    }

    private static String words(JsonNode rule, String between) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(between));
    }

    /** The description of the schema that has the keyword. */
    private static String description(Error error) {
        SchemaLocation at = error.getSchemaLocation();
        JsonNode document = Built.DOCUMENTS.get(String.valueOf(at.getAbsoluteIri()));
        if (document != null) {
            String parent = String.valueOf(at.getFragment().getParent());
            JsonNode description = document.at(parent).path("description");
            if (description.isString()) {
                return description.stringValue();
            }
        }
        return error.getKeyword() + " " + error.getSchemaNode();
    }

    private static Format format(String name, Predicate<String> is) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return is.test(value);
            }
        };
    }
}
