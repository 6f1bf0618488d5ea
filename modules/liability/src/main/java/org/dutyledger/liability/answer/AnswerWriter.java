package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Money;
import org.dutyledger.contract.codec.CanonicalJson;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.damage.JudgedDamages.Claim;
import org.dutyledger.liability.damage.JudgedDamages.Defect;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Party;
import org.dutyledger.liability.damage.JudgedDamages.Potential;
import org.dutyledger.liability.damage.JudgedDamages.Presumption;
import org.dutyledger.liability.damage.JudgedDamages.Share;
import org.dutyledger.liability.damage.JudgedDamages.TimeBar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers as JSON, in the one form that everybody prints (semantics rules 59, 60). */
public final class AnswerWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnswerWriter() {}

    /** One answer as RFC 8785 bytes, without a line feed. */
    public static byte[] bytes(Assessment answer) {
        return CanonicalJson.of(tree(answer).toString());
    }

    /** One answer as an object, none or several as an array ordered by model (rule 7). */
    public static byte[] bytes(List<Assessment> answers) {
        if (answers.size() == 1) {
            return bytes(answers.getFirst());
        }
        return CanonicalJson.of(
                array(answers, comparing(Assessment::model), AnswerWriter::tree).toString());
    }

    /** One answer as a tree. */
    public static ObjectNode tree(Assessment answer) {
        JudgedDamages damages = answer.damages();
        ObjectNode out = JSON.objectNode();
        out.put("asOf", answer.asOf().toString());
        out.put("knownAt", answer.knownAt().toString());
        out.set("rulebook", named(answer.law().rulebook(), answer.law().rulebookDigest()));
        out.set("policy", named(answer.law().policy(), answer.law().policyDigest()));
        out.put("model", answer.model().toString());
        out.set("parties", array(damages.parties(), comparing(Party::party), AnswerWriter::party));
        out.set(
                "duties",
                array(
                        answer.duties(),
                        comparing(Duty::rule).thenComparing(Duty::about),
                        duty -> duty(duty, answer.asOf())));
        out.set(
                "defects",
                array(
                        damages.defects(),
                        comparing(Defect::type)
                                .thenComparing(Defect::about)
                                .thenComparing(Defect::from),
                        AnswerWriter::defect));
        out.set("exposure", exposure(damages));
        out.set(
                "needsFinding",
                array(
                        damages.needsFinding(),
                        comparing(NeededFinding::question).thenComparing(NeededFinding::about),
                        AnswerWriter::neededFinding));
        out.set(
                "timeBars",
                array(
                        damages.timeBars(),
                        comparing(TimeBar::harm).thenComparing(TimeBar::rule),
                        AnswerWriter::timeBar));
        out.set(
                "defences",
                array(
                        damages.defences(),
                        comparing(Defence::harm).thenComparing(Defence::rule),
                        AnswerWriter::defence));
        out.set(
                "presumptions",
                array(
                        damages.presumptions(),
                        comparing(Presumption::harm).thenComparing(Presumption::rule),
                        AnswerWriter::presumption));
        out.set("claims", array(damages.claims(), comparing(Claim::claim), AnswerWriter::claim));
        return out;
    }

    /** A duty as an answer shows it; hours of an open breach run to {@code asOf}. */
    public static ObjectNode duty(Duty duty, Instant asOf) {
        ObjectNode out = JSON.objectNode();
        out.put("rule", duty.rule());
        out.put("kind", duty.kind());
        out.put("about", duty.about());
        out.put("status", duty.status().name());
        out.put("late", duty.late());
        put(out, "arose", duty.arose());
        put(out, "due", duty.due());
        put(out, "satisfied", duty.satisfied());
        if (duty.grade() != null) {
            out.put("grade", duty.grade());
        }
        out.set(
                "breaches",
                array(duty.breaches(), comparing(Breach::from), each -> breach(each, asOf)));
        out.set("because", texts(duty.because()));
        out.set("needs", texts(duty.needs()));
        return out;
    }

    /** Realised exposure in its scenarios, as an answer and a finding show it. */
    public static ObjectNode realised(Exposure exposure) {
        ObjectNode out = JSON.objectNode();
        out.set("compensatory", scenarios(exposure.compensatory()));
        out.set("expanded", scenarios(exposure.expanded()));
        out.set("punitive", scenarios(exposure.punitive()));
        out.set("total", scenarios(exposure.total()));
        return out;
    }

    private static JsonNode breach(Breach breach, Instant asOf) {
        ObjectNode out = JSON.objectNode();
        out.put("from", breach.from().toString());
        put(out, "to", breach.to());
        Instant to = breach.to() == null ? asOf : breach.to();
        out.put("hours", Figures.hours(breach.from(), to));
        return out;
    }

    private static JsonNode exposure(JudgedDamages damages) {
        ObjectNode realised = realised(damages.realised());
        realised.set(
                "items",
                array(
                        damages.items(),
                        comparing(Item::harm).thenComparing(Item::head),
                        AnswerWriter::item));
        Potential potential = damages.potential();
        ObjectNode expected = JSON.objectNode();
        expected.put("p10", amount(potential.p10()));
        expected.put("p50", amount(potential.p50()));
        expected.put("p90", amount(potential.p90()));
        expected.put("mean", amount(potential.mean()));
        expected.put("outputsUnwarned", potential.outputsUnwarned());
        expected.put("outputsUnremedied", potential.outputsUnremedied());
        ObjectNode out = JSON.objectNode();
        out.put("currency", damages.realised().currency());
        out.set("realised", realised);
        out.set("potential", expected);
        return out;
    }

    private static JsonNode party(Party party) {
        ObjectNode out = JSON.objectNode();
        out.put("party", party.party());
        out.put("role", party.role());
        out.set("because", texts(party.because().stream().sorted().toList()));
        return out;
    }

    private static JsonNode defect(Defect defect) {
        ObjectNode out = JSON.objectNode();
        out.put("type", defect.type());
        out.set("alsoCountsAs", texts(defect.alsoCountsAs()));
        out.put("about", defect.about());
        out.put("from", defect.from().toString());
        put(out, "to", defect.to());
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
        out.set("harms", texts(claim.harms().stream().sorted().toList()));
        out.set("amount", scenarios(claim.amount()));
        Money awarded = claim.awarded();
        if (awarded != null) {
            ObjectNode money = JSON.objectNode();
            money.put("amount", amount(awarded.amount()));
            money.put("currency", awarded.currency());
            out.set("awarded", money);
        }
        out.put("joint", claim.joint());
        out.set("shares", array(claim.shares(), comparing(Share::party), AnswerWriter::share));
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

    private static JsonNode named(String id, String digest) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        out.put("digest", digest);
        return out;
    }

    private static String amount(BigDecimal amount) {
        return Figures.amount(amount);
    }

    private static void put(ObjectNode out, String name, @Nullable Instant value) {
        if (value != null) {
            out.put(name, value.toString());
        }
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode out = JSON.arrayNode();
        texts.forEach(out::add);
        return out;
    }

    private static <T> ArrayNode array(
            List<T> elements, Comparator<T> order, Function<T, JsonNode> tree) {
        ArrayNode out = JSON.arrayNode();
        elements.stream().sorted(order).map(tree).forEach(out::add);
        return out;
    }
}
