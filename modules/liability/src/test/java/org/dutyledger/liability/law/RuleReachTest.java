package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lint says of rules that no facts can bring into play, and of layers that change nothing. */
class RuleReachTest {

    private static final String LAYER =
            """
            rulebook: acme-own
            title: {en: House rules, zh: 内部规则}
            builds_on: cn-product
            removes: [CN-CC-1203]
            sources: {HOUSE: the house's own rules}
            limits:
              - rule: HOUSE-2
                article: house rule 2
                source: HOUSE
                confidence: A
                says: {en: Authorities are told within a day., zh: 一日内报告。}
                policy: immediate.reportAuthority
                max: P1D
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cn-service | condition: graded\\n | \\n | /duties/5/clock: CN-NCI-4: runs from detection: grade needs the condition graded or graded-and-handled, found none
                    eu | classes: [eu-high-risk] | classes: [us-frontier] | /duties/0/classes: EU-AIA-20-1: looks at no version: expected a class eu-…, found us-frontier
                    us-frontier | to: [authority:us-ca-oes] | to: [authority:eu-ca-oes] | /duties/0/to: US-CA-53-13c1: expected an authority:us-…, found authority:eu-ca-oes
                    cn-service | other: [authority:cn-cac-provincial] | other: [authority:us-cac-provincial] | /duties/5/to: CN-NCI-4: expected an authority:cn-…, found authority:us-cac-provincial
                    eu | released_earlier_from: 2026-12-02 | released_earlier_from: 2026-08-02 | /duties/2/released_earlier_from: EU-AIA-50-2: never takes effect: expected a day after applies_from (2026-08-02), found 2026-08-02
                    eu | not_if_professional: [property, data] | not_if_professional: [property, reputation] | /damages/heads/0/not_if_professional: EU-PLD-6: expected a head that a rule gives
                    eu | lost: unremedied\\n | lost: expanded\\n | /damages/defences/1/lost: EU-PLD-11-1e: no damage is ever expanded: expected damages/expanded_by_breach_of
                    cn-service | gate: knew\\n | gate: knew-or-expanded\\n | /damages/punitive/1/gate: CN-CRPL-55-2: no damage is ever expanded: expected damages/expanded_by_breach_of
                    cn-service | gate: knew\\n      multiple: 2\\n      base: personal-and-mental | gate: fraud\\n      multiple: 2\\n      base: price | /damages/punitive/1: CN-CRPL-55-2: never counts: CN-CRPL-55-1 opens as widely and gives no less
                    eu | basis: directive | basis: none | /damages/heads/0: EU-PLD-6: is never counted, since the basis is none
                    """)
    void aRuleOutOfReachIsFound(String id, String right, String wrong, String found) {
        String good = Rulebooks.yaml(id);
        String from = right.replace("\\n", "\n");
        assertThat(good).contains(from);
        assertThat(lint(good)).isEmpty();
        assertThat(lint(good.replaceFirst(Pattern.quote(from), wrong.replace("\\n", "\n"))))
                .anySatisfy(it -> assertThat(it).startsWith(found));
    }

    @Test
    void theLooserOfTwoLimitsIsFound() {
        assertThat(lint(LAYER)).isEmpty();
        String twice =
                LAYER
                        + LAYER.substring(LAYER.indexOf("  - rule: HOUSE-2"))
                                .replace("HOUSE-2", "HOUSE-3")
                                .replace("P1D", "P2D");
        assertThat(lint(twice))
                .containsExactly("/limits/1: HOUSE-3: never binds: HOUSE-2 is tighter");
    }

    @Test
    void aRemovalOfNothingIsFound() {
        assertThat(lint(LAYER.replace("[CN-CC-1203]", "[CN-CC-1230]")))
                .containsExactly(
                        "/removes/0: expected a rule of cn-product, found CN-CC-1230; did you mean"
                                + " CN-CC-1203?");
    }

    @Test
    void aRowThatChangesNothingIsFound() {
        String row =
                """
                  - rule: CN-CRPL-19/act
                """;
        String base = Rulebooks.yaml("cn-service");
        int from = base.indexOf(row);
        String same = base.substring(from, base.indexOf("  - rule:", from + 5));
        assertThat(lint(LAYER.replace("limits:\n", "duties:\n" + same + "limits:\n")))
                .containsExactly("/duties/0: CN-CRPL-19/act: says the same as in cn-product");
    }

    private static List<String> lint(String yaml) {
        return RulebookLint.lint(yaml).stream().map(it -> it.path() + ": " + it.says()).toList();
    }
}
