package org.dutyledger.alerting.route;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads routes: YAML by the schema {@code routes.schema.json}. */
public final class RoutesReader {

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private RoutesReader() {}

    /** The JSON Schema that routes follow. */
    public static String schema() {
        try (InputStream in = RoutesReader.class.getResourceAsStream("routes.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads routes.
     *
     * @throws InvalidRoutesException with every reason
     */
    public static Routes read(String yaml) {
        JsonNode document;
        try {
            document = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new InvalidRoutesException(List.of("not YAML: " + e.getOriginalMessage()));
        }
        List<String> problems = new ArrayList<>();
        compiled()
                .validate(document.toString(), InputFormat.JSON)
                .forEach(each -> problems.add(each.toString()));
        if (!problems.isEmpty()) {
            throw new InvalidRoutesException(problems);
        }
        try {
            Routes routes = JSON.treeToValue(complete((ObjectNode) document), Routes.class);
            problems.addAll(routes.unknownNames());
            if (!problems.isEmpty()) {
                throw new InvalidRoutesException(problems);
            }
            return routes;
        } catch (JacksonException e) {
            throw new InvalidRoutesException(List.of(e.getOriginalMessage()));
        }
    }

    private static Schema compiled() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON);
    }

    /** With what may be left out. */
    private static ObjectNode complete(ObjectNode document) {
        for (String name : List.of("receivers", "calendars")) {
            if (!document.has(name)) {
                document.putObject(name);
            }
        }
        document.get("calendars")
                .forEach(each -> {
                    for (String list : List.of("holidays", "workdays")) {
                        if (!each.has(list)) {
                            ((ObjectNode) each).putArray(list);
                        }
                    }
                });
        if (!document.has("routes")) {
            document.putArray("routes");
        }
        return document;
    }
}
