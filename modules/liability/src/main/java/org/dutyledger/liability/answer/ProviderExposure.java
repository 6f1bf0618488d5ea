package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.CanonicalJson;
import org.dutyledger.liability.damage.JointExposure;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer for all models of a provider, as of one instant, under one law.
 *
 * @param models each with what it comes to alone, by model
 */
public record ProviderExposure(
        String provider,
        Instant asOf,
        Instant knownAt,
        Law law,
        String currency,
        List<ModelPart> models,
        JointExposure joint) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One model's part. */
    public record ModelPart(ModelId model, JudgedDamages damages) {}

    /**
     * Joins answers for models of one provider, which were all judged by the same law as of the
     * same instant.
     *
     * @param asOf the instant; it and the models' {@code knownAt} give the latest that is printed
     */
    public static ProviderExposure of(
            String provider,
            Rulebook rulebook,
            Policy policy,
            Instant asOf,
            List<Assessment> answers) {
        Instant knownAt =
                answers.stream()
                        .map(Assessment::knownAt)
                        .max(Comparator.naturalOrder())
                        .orElse(asOf);
        return new ProviderExposure(
                provider,
                asOf,
                knownAt,
                new Law(rulebook.id(), rulebook.digest(), policy.id(), policy.digest()),
                rulebook.currency(),
                answers.stream()
                        .sorted(comparing(Assessment::model))
                        .map(it -> new ModelPart(it.model(), it.damages()))
                        .toList(),
                JointExposure.of(
                        rulebook.currency(), answers.stream().map(Assessment::damages).toList()));
    }

    /** RFC 8785 bytes, without a line feed. */
    public byte[] bytes() {
        return CanonicalJson.of(tree().toString());
    }

    private ObjectNode tree() {
        ObjectNode out = JSON.objectNode();
        out.put("provider", provider);
        out.put("asOf", asOf.toString());
        out.put("knownAt", knownAt.toString());
        out.set("rulebook", AnswerWriter.named(law.rulebook(), law.rulebookDigest()));
        out.set("policy", AnswerWriter.named(law.policy(), law.policyDigest()));
        ObjectNode exposure = JSON.objectNode();
        exposure.put("currency", currency);
        exposure.set("realised", DamagesTree.realised(joint.realised()));
        ObjectNode potential = DamagesTree.potential(joint.potential());
        potential.remove("byRisk");
        exposure.set("potential", potential);
        exposure.put("costs", DamagesTree.amount(joint.costs()));
        out.set("exposure", exposure);
        out.set("models", Trees.array(models, comparing(ModelPart::model), ProviderExposure::part));
        return out;
    }

    private static JsonNode part(ModelPart part) {
        ObjectNode out = JSON.objectNode();
        out.put("model", part.model().toString());
        out.set("realised", DamagesTree.realised(part.damages().realised()));
        out.set("potential", DamagesTree.potential(part.damages().potential()));
        out.put("costs", DamagesTree.amount(part.damages().consequences().totalCosts()));
        return out;
    }
}
