package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.answer.AnswerExplanation;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.answer.DutyExplanation;
import org.dutyledger.liability.answer.Explanation;
import org.dutyledger.liability.answer.Explanation.Ground;
import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.dutyledger.views.Digested;
import org.dutyledger.web.Judging.Judged;
import org.dutyledger.web.Judging.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a duty, or another part of an answer, is as it is: rules, facts, arithmetic. */
@RestController
class ExplanationController {

    private final Judging judging;

    ExplanationController(Judging judging) {
        this.judging = judging;
    }

    @GetMapping("/api/v1/models/{provider}/{model}/explain")
    Explained explain(
            @PathVariable("provider") String provider,
            @PathVariable("model") String model,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "about", required = false) @Nullable String about,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "rulebook", required = false) @Nullable String rulebook,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "knownAt", required = false) @Nullable String knownAt,
            @RequestParam(name = "policy", required = false) @Nullable String policy) {
        String which =
                Parameters.required(
                        "rule",
                        rule,
                        "the id of a rule, or a part of the answer: " + AnswerExplanation.parts());
        Language language = Parameters.language(lang);
        Question question = new Question(rulebookOf(which, rulebook), asOf, knownAt, policy);
        ModelId id = new ModelId(provider, model);
        if (AnswerExplanation.parts().contains(which)) {
            return part(judging.judge(id, question), which, about, language);
        }
        String subject =
                Parameters.required("about", about, "the risk, version, incident or model");
        return duty(judging.judge(id, question), which, subject, language);
    }

    private static Explained part(
            Judged judged, String part, @Nullable String about, Language language) {
        Explanation why =
                new AnswerExplanation(
                                judged.answer(), judged.rulebook(), judged.policy(), judged.facts())
                        .of(part, about);
        String model = judged.answer().model().toString();
        if (why == null) {
            throw new NotFoundException(
                    "the answer for model %s has nothing of %s about %s under %s as of %s"
                            .formatted(
                                    model,
                                    part,
                                    about,
                                    judged.rulebook().id(),
                                    judged.answer().asOf()));
        }
        return Explained.of(judged.answer(), part, about == null ? model : about, language, why);
    }

    private static Explained duty(Judged judged, String rule, String about, Language language) {
        Explanation why =
                new DutyExplanation(
                                judged.answer(), judged.rulebook(), judged.policy(), judged.facts())
                        .of(rule, about);
        if (why == null) {
            throw new NotFoundException(
                    "model %s has no duty %s about %s under %s as of %s"
                            .formatted(
                                    judged.answer().model(),
                                    rule,
                                    about,
                                    judged.rulebook().id(),
                                    judged.answer().asOf()));
        }
        return Explained.of(judged.answer(), rule, about, language, why);
    }

    /** The one named, else the first that has the rule. */
    private static Rulebook rulebookOf(String rule, @Nullable String rulebook) {
        if (rulebook != null || AnswerExplanation.parts().contains(rule)) {
            return Parameters.rulebook(rulebook);
        }
        return Rulebooks.all().stream()
                .filter(each -> has(each, rule))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidParameterException(
                                "rule", rule, "the id of a rule that makes a duty"));
    }

    private static boolean has(Rulebook rulebook, String rule) {
        return rulebook.duties().stream().anyMatch(it -> it.citation().rule().equals(rule));
    }

    /**
     * An explanation with what it explains.
     *
     * @param text the explanation as indented lines
     */
    record Explained(
            String model,
            Instant asOf,
            Instant knownAt,
            Digested rulebook,
            Digested policy,
            String rule,
            String about,
            String lang,
            Reasoned explanation,
            String text) {

        static Explained of(
                Assessment answer, String rule, String about, Language language, Explanation why) {
            return new Explained(
                    answer.model().toString(),
                    answer.asOf(),
                    answer.knownAt(),
                    Digested.rulebook(answer.law()),
                    Digested.policy(answer.law()),
                    rule,
                    about,
                    language.name().toLowerCase(Locale.ROOT),
                    Reasoned.of(why, language),
                    why.text(language));
        }
    }

    /** A statement with what it rests on; what is absent or empty is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Reasoned(
            String says,
            @Nullable CitedFact fact,
            @Nullable CitedRule rule,
            @Nullable String figure,
            @Nullable String by,
            List<Reasoned> because) {

        static Reasoned of(Explanation why, Language language) {
            Explanation.Figure figure = why.figure();
            return new Reasoned(
                    why.says().in(language),
                    why.ground() instanceof Ground.OfFact it
                            ? new CitedFact(it.source(), it.id(), it.time())
                            : null,
                    why.ground() instanceof Ground.OfRule it
                            ? new CitedRule(it.rule(), it.article())
                            : null,
                    figure == null ? null : figure.value().toPlainString(),
                    figure == null ? null : figure.by().name().toLowerCase(Locale.ROOT),
                    why.because().stream().map(each -> of(each, language)).toList());
        }
    }

    /** A fact in which a reason ends. */
    record CitedFact(String source, String id, Instant time) {}

    /** An article in which a reason ends. */
    record CitedRule(String rule, String article) {}
}
