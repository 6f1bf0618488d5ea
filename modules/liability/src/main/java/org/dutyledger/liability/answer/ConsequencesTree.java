package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import org.dutyledger.liability.damage.Consequences;
import org.dutyledger.liability.damage.Consequences.Breached;
import org.dutyledger.liability.damage.Consequences.Causation;
import org.dutyledger.liability.damage.Consequences.Cause;
import org.dutyledger.liability.damage.Consequences.Cost;
import org.dutyledger.liability.damage.Consequences.HourPrice;
import org.dutyledger.liability.damage.Consequences.NotPriced;
import org.dutyledger.liability.damage.Consequences.Part;
import org.dutyledger.liability.damage.Consequences.PenaltyRange;
import org.dutyledger.liability.damage.Consequences.Priced;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.law.ConsequenceRules.Penalty.Gains;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What follows besides what is owed to the injured, as JSON. */
final class ConsequencesTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ConsequencesTree() {}

    static void put(ObjectNode out, JudgedDamages damages) {
        Consequences of = damages.consequences();
        String currency = damages.realised().currency();
        out.set(
                "penalties",
                Trees.array(
                        of.penalties(),
                        comparing(PenaltyRange::rule),
                        each -> penalty(each, currency)));
        out.set(
                "costs",
                Trees.array(
                        of.costs(),
                        comparing(Cost::rule).thenComparing(Cost::about),
                        each -> cost(each, currency)));
        out.set(
                "causation",
                Trees.array(
                        of.causation(), comparing(Causation::harm), ConsequencesTree::causation));
        out.set(
                "oneMoreHour",
                Trees.array(
                        of.oneMoreHour(),
                        comparing(HourPrice::rule).thenComparing(HourPrice::about),
                        each -> hour(each, currency)));
    }

    private static JsonNode penalty(PenaltyRange penalty, String currency) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", penalty.rule());
        out.put("article", penalty.article());
        out.put("source", penalty.source());
        out.set(
                "duties",
                Trees.array(
                        penalty.breached(),
                        comparing(Breached::rule).thenComparing(Breached::about),
                        ConsequencesTree::breached));
        out.put("currency", currency);
        out.put("low", DamagesTree.amount(penalty.low()));
        out.put("high", DamagesTree.amount(penalty.high()));
        out.put("formula", penalty.formula().en());
        BigDecimal turnover = penalty.turnover();
        if (turnover != null) {
            out.put("turnover", turnover);
        }
        Gains gains = penalty.gains();
        if (gains != null) {
            ObjectNode times = JSON.objectNode();
            times.put("min", gains.min());
            times.put("max", gains.max());
            out.set("gains", times);
        }
        return out;
    }

    private static JsonNode breached(Breached breached) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", breached.rule());
        out.put("about", breached.about());
        return out;
    }

    private static JsonNode cost(Cost cost, String currency) {
        ObjectNode out = JSON.objectNode();
        out.put("about", cost.about());
        out.put("of", cost.of());
        out.put("amount", DamagesTree.amount(cost.amount()));
        out.put("currency", currency);
        out.put("rule", cost.rule());
        return out;
    }

    private static JsonNode causation(Causation causation) {
        ObjectNode out = JSON.objectNode();
        out.put("harm", causation.harm());
        if (causation.risk() != null) {
            out.put("risk", causation.risk());
        }
        out.put("finding", causation.finding());
        out.set(
                "causes",
                Trees.array(causation.causes(), comparing(Cause::cause), ConsequencesTree::cause));
        out.put("ownFault", causation.ownFault());
        return out;
    }

    private static JsonNode cause(Cause cause) {
        ObjectNode out = JSON.objectNode();
        out.put("cause", cause.cause());
        out.set("parties", Trees.texts(cause.parties()));
        return out;
    }

    private static JsonNode hour(HourPrice price, String currency) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", price.rule());
        out.put("about", price.about());
        Priced priced = price.priced();
        NotPriced why = price.notPriced();
        if (priced != null) {
            out.put("amount", DamagesTree.amount(priced.now()));
            out.put("afterDue", DamagesTree.amount(priced.afterDue()));
            out.put("currency", currency);
            out.set(
                    "parts",
                    Trees.array(
                            priced.parts(),
                            comparing(Part::version).thenComparing(Part::risk),
                            ConsequencesTree::part));
        }
        if (why != null) {
            out.put("notPriced", why.says().en());
        }
        return out;
    }

    private static JsonNode part(Part part) {
        ObjectNode out = JSON.objectNode();
        out.put("version", part.version());
        out.put("risk", part.risk());
        out.put("counted", part.counted());
        out.put("perHour", part.perHour().toPlainString());
        out.put("harmRate", part.harmRate().toPlainString());
        out.put("lossPerHarm", part.lossPerHarm().toPlainString());
        out.put("amount", DamagesTree.amount(part.amount()));
        return out;
    }
}
