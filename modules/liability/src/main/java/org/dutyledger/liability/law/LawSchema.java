package org.dutyledger.liability.law;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas of rulebooks and policies, as the check they are read with. */
final class LawSchema {

    /** The same sentences on every machine, and dates that exist. */
    private static final SchemaRegistryConfig CONFIG =
            SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .formatAssertionsEnabled(true)
                    .build();

    static final LawSchema RULEBOOK = new LawSchema("/schemas/rulebook.json");
    static final LawSchema POLICY = new LawSchema("/schemas/policy.json");

    private final Schema schema;
    private final SchemaSentence sentence;

    private LawSchema(String resource) {
        JsonNode document = JsonMapper.shared().readTree(Resources.text(resource));
        this.sentence = new SchemaSentence(document);
        this.schema =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                registry -> registry.schemaRegistryConfig(CONFIG))
                        .getSchema(document);
    }

    /** Everything in the document that the schema does not allow; empty: valid. */
    List<Problem> problems(JsonNode document) {
        return schema.validate(document).stream()
                .map(sentence::problem)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
