package org.dutyledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook with its rules.
 *
 * @param rules those that make duties
 * @param damages those that turn harm into money
 * @param consequences those of penalties, costs, recourse, remedies and quality
 * @param uncovered those that no fact can decide
 */
record RulebookRules(
        @JsonUnwrapped RulebookSummary summary,
        List<Rule> rules,
        List<Rule> damages,
        List<Rule> consequences,
        List<Rule> uncovered) {

    static RulebookRules of(Rulebook rulebook) {
        return new RulebookRules(
                RulebookSummary.of(rulebook),
                rulebook.duties().stream().map(Rule::of).toList(),
                rulebook.damages().citations().values().stream()
                        .map(citation -> Rule.of(citation, null, null, null))
                        .toList(),
                rulebook.consequences().citations().stream()
                        .map(citation -> Rule.of(citation, null, null, null))
                        .toList(),
                rulebook.uncovered().stream()
                        .map(each -> Rule.of(each.citation(), null, null, each.why()))
                        .toList());
    }

    /**
     * A rule and where it stands in the law.
     *
     * @param kind the contract's kind of duty, null: makes none
     * @param standard {@code fixed}: a number in a statute, {@code open}: the policy measures it
     * @param paper items of the paper's checklist that it represents (docs/paper.md)
     * @param why why it is not computed, null: it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String rule,
            String article,
            String source,
            String confidence,
            @Nullable LocalDate appliesFrom,
            @Nullable LocalDate appliesTo,
            @Nullable String kind,
            @Nullable String standard,
            Wording says,
            @Nullable Wording note,
            List<String> paper,
            @Nullable Wording why) {

        static Rule of(DutyRule rule) {
            return of(rule.citation(), word(rule.kind()), word(rule.standard()), null);
        }

        static Rule of(
                Citation citation,
                @Nullable String kind,
                @Nullable String standard,
                @Nullable Wording why) {
            return new Rule(
                    citation.rule(),
                    citation.article(),
                    citation.source(),
                    citation.confidence().name(),
                    citation.appliesFrom(),
                    citation.appliesTo(),
                    kind,
                    standard,
                    citation.says(),
                    citation.note(),
                    citation.paper(),
                    why);
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
