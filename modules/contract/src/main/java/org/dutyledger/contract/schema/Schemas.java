package org.dutyledger.contract.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The published JSON Schemas (2020-12), as they stand under {@code /schemas/}. */
public final class Schemas {

    /** What every {@code $id} begins with; the rest is the document's name. */
    public static final String BASE = "https://dutyledger.org/schemas/";

    private static final List<String> FACTS =
            types(
                    "party.declared",
                    "model.released",
                    "model.withdrawn",
                    "risk.reported",
                    "risk.confirmed",
                    "risk.rescored",
                    "risk.dismissed",
                    "warning.published",
                    "warning.withdrawn",
                    "warning.shown",
                    "coverage.observed",
                    "remedy.planned",
                    "remedy.applied",
                    "remedy.measured",
                    "remedy.reverted",
                    "notice.sent",
                    "monitoring.performed",
                    "incident.detected",
                    "incident.sized",
                    "incident.handled",
                    "harm.recorded",
                    "finding.made",
                    "claim.filed",
                    "claim.advanced",
                    "quality.assessed",
                    "fact.withdrawn",
                    "notice.answered",
                    "evidence.filed");

    private static final List<String> FINDINGS =
            types(
                    "duty.arose",
                    "duty.due-soon",
                    "duty.breached",
                    "duty.discharged",
                    "duty.superseded",
                    "exposure.changed");

    private Schemas() {}

    /** CloudEvents types of facts, in the contract's order. */
    public static List<String> facts() {
        return FACTS;
    }

    /** CloudEvents types of findings. */
    public static List<String> findings() {
        return FINDINGS;
    }

    /**
     * Names of all documents: one per type, the two envelopes {@code fact.json} and {@code
     * finding.json}, and {@code defs.json}, which the others refer to.
     */
    public static List<String> documents() {
        return Stream.concat(
                        Stream.of("fact.json", "finding.json", "defs.json"),
                        Stream.concat(FACTS.stream(), FINDINGS.stream()).map(t -> t + ".json"))
                .toList();
    }

    /**
     * A document's JSON.
     *
     * @throws IllegalArgumentException if there is no document of that name
     */
    public static byte[] document(String name) {
        if (!documents().contains(name)) {
            throw new IllegalArgumentException("no schema document " + name);
        }
        try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("schema document not in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a type's {@code data}. */
    public static byte[] ofType(String type) {
        return document(type + ".json");
    }

    private static List<String> types(String... names) {
        return Stream.of(names).map(name -> "org.dutyledger." + name + ".v1").toList();
    }
}
