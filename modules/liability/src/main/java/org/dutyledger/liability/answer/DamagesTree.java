package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Defect;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.Driver;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Party;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.JudgedDamages.Presumption;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.damage.JudgedDamages.TimeBar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an answer says besides its duties, as JSON. */
final class DamagesTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DamagesTree() {}

    /** Puts everything of the damages into an answer. */
    static void put(ObjectNode out, JudgedDamages damages) {
        out.set("exposure", exposure(damages));
        array(out, "parties", damages.parties(), comparing(Party::party), DamagesTree::party);
        array(
                out,
                "defects",
                damages.defects(),
                comparing(Defect::type).thenComparing(Defect::about).thenComparing(Defect::from),
                DamagesTree::defect);
        array(
                out,
                "needsFinding",
                damages.needsFinding(),
                comparing(NeededFinding::question).thenComparing(NeededFinding::about),
                DamagesTree::neededFinding);
        array(
                out,
                "timeBars",
                damages.timeBars(),
                comparing(TimeBar::harm).thenComparing(TimeBar::rule),
                DamagesTree::timeBar);
        array(
                out,
                "defences",
                damages.defences(),
                comparing(Defence::harm).thenComparing(Defence::rule),
                DamagesTree::defence);
        array(
                out,
                "presumptions",
                damages.presumptions(),
                comparing(Presumption::harm).thenComparing(Presumption::rule),
                DamagesTree::presumption);
        array(out, "claims", damages.claims(), comparing(Claim::claim), DamagesTree::claim);
    }

    private static <T> void array(
            ObjectNode out,
            String name,
            List<T> elements,
            Comparator<T> order,
            Function<T, JsonNode> tree) {
        out.set(name, Trees.array(elements, order, tree));
    }

    /** Realised exposure in its scenarios, as an answer and a finding show it. */
    static ObjectNode realised(Exposure exposure) {
        ObjectNode out = JSON.objectNode();
        out.set("compensatory", scenarios(exposure.compensatory()));
        out.set("expanded", scenarios(exposure.expanded()));
        out.set("punitive", scenarios(exposure.punitive()));
        out.set("total", scenarios(exposure.total()));
        return out;
    }

    private static JsonNode exposure(JudgedDamages damages) {
        ObjectNode realised = realised(damages.realised());
        realised.set(
                "items",
                Trees.array(
                        damages.items(),
                        comparing(Item::harm).thenComparing(Item::head),
                        DamagesTree::item));
        ObjectNode out = JSON.objectNode();
        out.put("currency", damages.realised().currency());
        out.set("realised", realised);
        out.set("potential", potential(damages.potential()));
        return out;
    }

    /** Expected future harm, and what drives it. */
    static ObjectNode potential(Potential potential) {
        ObjectNode out = JSON.objectNode();
        out.put("p10", amount(potential.p10()));
        out.put("p50", amount(potential.p50()));
        out.put("p90", amount(potential.p90()));
        out.put("mean", amount(potential.mean()));
        out.put("outputsUnwarned", potential.outputsUnwarned());
        out.put("outputsUnremedied", potential.outputsUnremedied());
        out.set(
                "byRisk",
                Trees.array(potential.byRisk(), comparing(Driver::risk), DamagesTree::driver));
        return out;
    }

    private static JsonNode driver(Driver driver) {
        ObjectNode out = JSON.objectNode();
        out.put("risk", driver.risk());
        out.put("mean", amount(driver.mean()));
        out.put("ofUnremedied", amount(driver.ofUnremedied()));
        out.put("ofUnwarned", amount(driver.ofUnwarned()));
        out.put("outputsUnremedied", driver.outputsUnremedied());
        out.put("outputsUnwarned", driver.outputsUnwarned());
        return out;
    }

    private static JsonNode party(Party party) {
        ObjectNode out = JSON.objectNode();
        out.put("party", party.party());
        out.put("role", party.role());
        out.set("because", Trees.texts(party.because().stream().sorted().toList()));
        return out;
    }

    private static JsonNode defect(Defect defect) {
        ObjectNode out = JSON.objectNode();
        out.put("type", defect.type());
        out.set("alsoCountsAs", Trees.texts(defect.alsoCountsAs()));
        out.put("about", defect.about());
        out.put("from", defect.from().toString());
        Trees.put(out, "to", defect.to());
        return out;
    }

    private static JsonNode item(Item item) {
        ObjectNode out = JSON.objectNode();
        out.put("harm", item.harm());
        out.put("head", item.head());
        out.put("amount", amount(item.amount()));
        out.put("rule", item.rule());
        return out;
    }

    private static JsonNode neededFinding(NeededFinding needed) {
        ObjectNode out = JSON.objectNode();
        out.put("question", needed.question());
        out.put("about", needed.about());
        out.put("effect", needed.effect());
        return out;
    }

    private static JsonNode timeBar(TimeBar bar) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", bar.rule());
        out.put("harm", bar.harm());
        out.put("ends", bar.ends().toString());
        out.put("state", bar.state());
        return out;
    }

    private static JsonNode defence(Defence defence) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", defence.rule());
        out.put("harm", defence.harm());
        out.put("state", defence.state());
        return out;
    }

    private static JsonNode presumption(Presumption presumption) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", presumption.rule());
        out.put("of", presumption.of());
        out.put("harm", presumption.harm());
        out.put("state", presumption.state());
        return out;
    }

    private static JsonNode claim(Claim claim) {
        ObjectNode out = JSON.objectNode();
        out.put("claim", claim.claim());
        out.put("stage", claim.stage());
        if (claim.forum() != null) {
            out.put("forum", claim.forum());
        }
        out.set("harms", Trees.texts(claim.harms().stream().sorted().toList()));
        out.set("amount", scenarios(claim.amount()));
        Money awarded = claim.awarded();
        if (awarded != null) {
            ObjectNode money = JSON.objectNode();
            money.put("amount", amount(awarded.amount()));
            money.put("currency", awarded.currency());
            out.set("awarded", money);
        }
        out.put("joint", claim.joint());
        out.set("shares", Trees.array(claim.shares(), comparing(Share::party), DamagesTree::share));
        ClaimTree.put(out, claim);
        return out;
    }

    private static JsonNode share(Share share) {
        ObjectNode out = JSON.objectNode();
        out.put("party", share.party());
        out.put("share", share.share());
        out.put("amount", amount(share.amount()));
        return out;
    }

    private static JsonNode scenarios(Scenarios scenarios) {
        ObjectNode out = JSON.objectNode();
        out.put("low", amount(scenarios.low()));
        out.put("likely", amount(scenarios.likely()));
        out.put("high", amount(scenarios.high()));
        return out;
    }

    static String amount(BigDecimal amount) {
        return Figures.amount(amount);
    }
}
