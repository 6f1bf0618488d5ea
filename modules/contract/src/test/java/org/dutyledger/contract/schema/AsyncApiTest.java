package org.dutyledger.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The AsyncAPI document names every type, and what it refers to is there. Its form is linted by
 * {@code spectral lint --ruleset src/test/resources/spectral.yaml
 * src/main/resources/asyncapi.yaml}.
 */
class AsyncApiTest {

    private final JsonNode document = read();

    @Test
    void everyTypeIsAMessageOfItsTopic() {
        List<String> onTopics = new ArrayList<>();
        for (String topic : List.of("facts", "warningsShown", "findings")) {
            document.at("/channels/" + topic + "/messages")
                    .forEach(ref -> onTopics.add(resolve(ref).path("name").stringValue("")));
        }

        assertThat(onTopics)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Schemas.facts().stream(), Schemas.findings().stream())
                                .toList());
        assertThat(
                        document.path("channels")
                                .valueStream()
                                .map(c -> c.path("address").stringValue()))
                .containsExactly(
                        "dutyledger.facts",
                        "dutyledger.warnings-shown",
                        "dutyledger.findings",
                        "dutyledger.rejected");
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> {
                    if (reference.startsWith("#")) {
                        assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
                    } else {
                        assertThat(Schemas.documents())
                                .contains(reference.replaceFirst("^schemas/", ""));
                    }
                });
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").stringValue("").substring(1));
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.path("$ref").isString()) {
            into.add(node.path("$ref").stringValue());
        }
        node.forEach(child -> collect(child, into));
    }

    private static JsonNode read() {
        InputStream yaml = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml");
        return YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(yaml);
    }
}
