package org.dutyledger.web;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The served OpenAPI document, as the other side reads it. */
final class OpenApi {

    private static final String ID = "https://dutyledger.org/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    OpenApi(byte[] json) {
        document = JsonMapper.shared().readTree(json);
        schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry ->
                                registry.schemas(
                                                Map.of(
                                                        ID,
                                                        new String(json, StandardCharsets.UTF_8)))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    JsonNode document() {
        return document;
    }

    /** By {@code METHOD path}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        List.of("get", "post", "put", "delete", "patch")
                                .forEach(method -> {
                                    JsonNode found = path.getValue().get(method);
                                    if (found != null) {
                                        operations.put(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                found);
                                    }
                                }));
        return operations;
    }

    /** Names of an operation's query parameters. */
    List<String> query(String operation) {
        return operations()
                .get(operation)
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .sorted()
                .toList();
    }

    private JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    /** What is wrong with an answer by the document; empty: nothing. */
    List<String> problems(String operation, HttpResponse<byte[]> answer) {
        String status = Integer.toString(answer.statusCode());
        JsonNode operationNode = operations().get(operation);
        if (operationNode == null || operationNode.at("/responses").get(status) == null) {
            return List.of(operation + " has no response " + status);
        }
        JsonNode response = resolve(operationNode.at("/responses").get(status));
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
        JsonNode media = response.path("content").get(type);
        if (media == null) {
            return List.of(operation + " " + status + " has no content " + type);
        }
        String ref = media.at("/schema/$ref").asString("");
        if (ref.isEmpty()) {
            return List.of();
        }
        return schemas
                .getSchema(SchemaLocation.of(ID + ref))
                .validate(new String(answer.body(), StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
