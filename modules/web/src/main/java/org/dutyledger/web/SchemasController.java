package org.dutyledger.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.dutyledger.contract.schema.Schemas;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The published JSON Schemas. */
@RestController
class SchemasController {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final String ENDING = ".json";

    /**
     * What there is.
     *
     * @param facts CloudEvents types that come in
     * @param findings CloudEvents types that go out
     * @param documents names of all documents
     */
    record All(List<String> facts, List<String> findings, List<String> documents) {}

    @GetMapping("/schemas")
    All schemas() {
        return new All(Schemas.facts(), Schemas.findings(), Schemas.documents());
    }

    /** The topics, who writes and reads them, and what they carry. */
    @GetMapping(path = "/asyncapi.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    byte[] asyncApi() throws IOException {
        try (InputStream yaml = Schemas.class.getResourceAsStream("/asyncapi.yaml")) {
            return Objects.requireNonNull(yaml, "asyncapi.yaml is not in the jar").readAllBytes();
        }
    }

    /** By CloudEvents type or by name of the document. */
    @GetMapping("/schemas/{type}")
    ResponseEntity<byte[]> schema(@PathVariable("type") String type) {
        String document = type.endsWith(ENDING) ? type : type + ENDING;
        if (!Schemas.documents().contains(document)) {
            throw new NotFoundException(
                    "no schema %s; /schemas lists what there is".formatted(type));
        }
        return ResponseEntity.ok().contentType(SCHEMA).body(Schemas.document(document));
    }
}
