package org.dutyledger.liability.law;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.liability.law.Rulebook.Layer;
import org.dutyledger.liability.law.Rulebook.Limit;
import org.dutyledger.liability.law.Rulebook.Uncovered;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads rulebooks from their YAML, strictly (schema {@code /schemas/rulebook.json}). */
public final class RulebookReader {

    private RulebookReader() {}

    /**
     * Reads a rulebook. One that {@code builds_on} another is stacked on that one, which must be
     * among those of {@link Rulebooks}; its digest is that of the whole.
     *
     * @throws InvalidLawException with everything that is wrong with it
     */
    public static Rulebook read(String yaml) {
        JsonNode whole = whole(yaml);
        return rulebook(new Fields(whole), Yaml.digest(whole));
    }

    /** The data model of the whole rulebook, with what it builds on. */
    static JsonNode whole(String yaml) {
        JsonNode document = Yaml.read(yaml);
        refuse(yaml, LawSchema.RULEBOOK.problems(document));
        JsonNode whole =
                document.has(Layers.BUILDS_ON) ? onBase(yaml, (ObjectNode) document) : document;
        refuse(yaml, new OwnRows(document, whole).problems(RulebookCheck.problems(whole)));
        return whole;
    }

    private static JsonNode onBase(String yaml, ObjectNode document) {
        String base = document.get(Layers.BUILDS_ON).stringValue();
        if (!Rulebooks.ids().contains(base)) {
            String sentence =
                    "expected one of %s, found %s%s"
                            .formatted(
                                    String.join(", ", Rulebooks.ids()),
                                    base,
                                    Nearest.to(base, Rulebooks.ids()));
            refuse(yaml, List.of(new Problem("/" + Layers.BUILDS_ON, sentence)));
        }
        JsonNode whole = Layers.stack(whole(Rulebooks.yaml(base)), document);
        refuse(yaml, new OwnRows(document, whole).problems(LawSchema.RULEBOOK.problems(whole)));
        return whole;
    }

    private static void refuse(String yaml, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidLawException(YamlLines.of(yaml).place(problems));
        }
    }

    private static Rulebook rulebook(Fields whole, String digest) {
        Map<String, ZoneId> states = new LinkedHashMap<>();
        whole.map("states").forEach((state, zone) -> states.put(state, zone(zone)));
        Map<String, Citation> roles = new LinkedHashMap<>();
        whole.list("roles").forEach(row -> roles.put(row.text("rule"), row.citation()));
        return new Rulebook(
                whole.text("rulebook"),
                digest,
                whole.text("jurisdiction"),
                whole.word("layer", Layer.class),
                whole.text("currency"),
                ZoneId.of(whole.text("zone")),
                states,
                whole.flag("roll_over"),
                whole.wording("title"),
                whole.list("duties").stream().map(DutyReader::read).toList(),
                because(whole, "everyone"),
                because(whole, "modifier"),
                roles,
                DamagesReader.read(whole.at("damages")),
                ConsequenceReader.read(whole),
                whole.list("limits").stream().map(RulebookReader::limit).toList(),
                whole.list("uncovered").stream()
                        .map(row -> new Uncovered(row.citation(), row.wording("why")))
                        .toList());
    }

    private static ZoneId zone(Fields text) {
        return ZoneId.of(text.node().stringValue());
    }

    private static List<String> because(Fields whole, String who) {
        return whole.list("roles").stream()
                .filter(row -> row.text("decides").equals(who))
                .map(row -> row.text("rule"))
                .toList();
    }

    private static Limit limit(Fields row) {
        return new Limit(row.citation(), row.text("policy"), bound(row, "max"), bound(row, "min"));
    }

    private static @Nullable String bound(Fields row, String key) {
        return row.has(key) ? row.node().get(key).asString() : null;
    }
}
