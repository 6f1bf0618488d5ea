package org.dutyledger.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published documents are JSON Schemas 2020-12 that describe each of their fields. */
class SchemasTest {

    private static final String META = "https://json-schema.org/draft/2020-12/schema";

    private final JsonMapper mapper = new JsonMapper();

    static java.util.List<String> documents() {
        return Schemas.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isASchema(String name) {
        JsonNode schema = mapper.readTree(Schemas.document(name));

        assertThat(schema.path("$schema").stringValue("")).isEqualTo(META);
        assertThat(schema.path("$id").stringValue("")).isEqualTo(Schemas.BASE + name);
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(SchemaLocation.of(META))
                                .validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void describesItselfAndEachField(String name) {
        JsonNode schema = mapper.readTree(Schemas.document(name));

        assertThat(schema.path("title").stringValue("")).isNotBlank();
        assertThat(schema.path("description").stringValue("")).isNotBlank();
        schema.path("properties")
                .properties()
                .forEach(field ->
                        assertThat(field.getValue().path("description").stringValue(""))
                                .as(field.getKey())
                                .isNotBlank());
    }

    @Test
    void everyTypeOfTheContractHasOne() {
        assertThat(Schemas.facts()).hasSize(28).doesNotHaveDuplicates();
        assertThat(Schemas.findings()).hasSize(6).doesNotHaveDuplicates();
        assertThat(Schemas.ofType("org.dutyledger.risk.confirmed.v1")).isNotEmpty();
    }

    @Test
    void noOtherFileOfTheJarIsServed() {
        assertThatThrownBy(() -> Schemas.document("../asyncapi.yaml"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
