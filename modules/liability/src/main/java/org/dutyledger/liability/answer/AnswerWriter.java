package org.dutyledger.liability.answer;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.codec.CanonicalJson;
import org.dutyledger.liability.quality.Quality;
import tools.jackson.databind.JsonNode;
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
                Trees.array(answers, comparing(Assessment::model), AnswerWriter::tree).toString());
    }

    /** One answer as a tree. */
    public static ObjectNode tree(Assessment answer) {
        ObjectNode out = JSON.objectNode();
        out.put("asOf", answer.asOf().toString());
        out.put("knownAt", answer.knownAt().toString());
        out.set("rulebook", named(answer.law().rulebook(), answer.law().rulebookDigest()));
        out.set("policy", named(answer.law().policy(), answer.law().policyDigest()));
        out.put("model", answer.model().toString());
        out.set(
                "duties",
                Trees.array(
                        answer.duties(),
                        comparing(Duty::rule).thenComparing(Duty::about),
                        duty -> duty(duty, answer.asOf())));
        DamagesTree.put(out, answer.damages());
        ConsequencesTree.put(out, answer.damages());
        out.set(
                "quality",
                Trees.array(
                        answer.quality(),
                        comparing(Quality::version).thenComparing(Quality::rule),
                        QualityTree::quality));
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
        Trees.put(out, "arose", duty.arose());
        Trees.put(out, "due", duty.due());
        Trees.put(out, "satisfied", duty.satisfied());
        if (duty.grade() != null) {
            out.put("grade", duty.grade());
        }
        out.set(
                "breaches",
                Trees.array(duty.breaches(), comparing(Breach::from), each -> breach(each, asOf)));
        out.set("because", Trees.texts(duty.because()));
        out.set("needs", Trees.texts(duty.needs()));
        return out;
    }

    private static JsonNode breach(Breach breach, Instant asOf) {
        ObjectNode out = JSON.objectNode();
        out.put("from", breach.from().toString());
        Trees.put(out, "to", breach.to());
        Instant to = breach.to() == null ? asOf : breach.to();
        out.put("hours", Figures.hours(breach.from(), to));
        return out;
    }

    static JsonNode named(String id, String digest) {
        ObjectNode out = JSON.objectNode();
        out.put("id", id);
        out.put("digest", digest);
        return out;
    }
}
