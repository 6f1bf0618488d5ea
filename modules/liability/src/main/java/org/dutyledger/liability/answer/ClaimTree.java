package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import org.dutyledger.liability.damage.JudgedDamages.AskedRemedy;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Recourse;
import org.dutyledger.liability.damage.JudgedDamages.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a claim goes on, what it asks for and who may ask back from whom, as JSON. */
final class ClaimTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ClaimTree() {}

    static void put(ObjectNode out, Claim claim) {
        out.put("phase", claim.phase());
        out.set(
                "steps",
                JSON.arrayNode().addAll(claim.steps().stream().map(ClaimTree::step).toList()));
        out.set("against", Trees.texts(claim.against()));
        out.set(
                "remedies",
                Trees.array(claim.remedies(), comparing(AskedRemedy::remedy), ClaimTree::remedy));
        BigDecimal unassigned = claim.unassigned();
        if (unassigned != null) {
            out.put("unassigned", DamagesTree.amount(unassigned));
        }
        out.set(
                "recourse",
                Trees.array(claim.recourse(), comparing(Recourse::from), ClaimTree::recourse));
    }

    private static JsonNode step(Step step) {
        ObjectNode out = JSON.objectNode();
        out.put("stage", step.stage());
        out.put("at", step.at().toString());
        return out;
    }

    private static JsonNode remedy(AskedRemedy remedy) {
        ObjectNode out = JSON.objectNode();
        out.put("remedy", remedy.remedy());
        if (remedy.rule() != null) {
            out.put("rule", remedy.rule());
        }
        out.put("limited", remedy.limited());
        return out;
    }

    private static JsonNode recourse(Recourse recourse) {
        ObjectNode out = JSON.objectNode();
        out.put("from", recourse.from());
        out.put("amount", DamagesTree.amount(recourse.amount()));
        out.put("rule", recourse.rule());
        return out;
    }
}
