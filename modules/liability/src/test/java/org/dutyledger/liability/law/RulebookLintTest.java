package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookLintTest {

    private static final String EU = Rulebooks.yaml("eu");

    @Test
    void aTextThatIsNotChineseIsFound() {
        assertThat(lint(EU.replace("zh: 软件属于产品，不论供应方式。", "zh: software is a product")))
                .containsExactly("/damages/regime/1/says/zh: EU-PLD-4-1: expected 简体中文");
    }

    @Test
    void anOpenWordWithoutAReadingIsFound() {
        String period =
                "    interpretation_note: {en: Without undue delay is measured by the policy (immediate.reportAuthority)., zh: “不迟延”由政策（immediate.reportAuthority）衡量。}\n";
        assertThat(lint(EU.replace(period, "")))
                .containsExactly(
                        "/duties/3: EU-AIA-55-1c: expected an interpretation_note that says how it"
                                + " is read");
    }

    @Test
    void aGapBetweenTwoPeriodsOfARuleIsFound() {
        String row =
                """
                  - rule: EU-PLD-15
                    article: Directive (EU) 2024/2853, art. 15
                    source: PLDN
                    confidence: B
                """;
        String gap =
                """
                  - rule: EU-PLD-15
                    article: old
                    source: PLDN
                    confidence: B
                    applies_to: 2026-01-01
                    says: {en: Old., zh: 旧。}
                    why: {en: Old., zh: 旧。}
                """
                        + row
                        + "    applies_from: 2026-12-09\n";
        assertThat(lint(EU.replace(row, gap)))
                .containsExactly(
                        "/uncovered: EU-PLD-15: applies neither from 2026-01-01 nor before"
                                + " 2026-12-09");
    }

    @Test
    void aSourceOfNoRuleIsFound() {
        assertThat(lint(EU.replace("sources:\n", "sources:\n  RUMOUR: hearsay\n")))
                .containsExactly("/sources/RUMOUR: is a source of no rule");
    }

    @Test
    void whatCannotBeReadIsSaidInstead() {
        assertThat(lint(EU.replace("currency: EUR", "currency: euro")))
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("/currency: "));
    }

    private static List<String> lint(String yaml) {
        return RulebookLint.lint(yaml).stream().map(it -> it.path() + ": " + it.says()).toList();
    }
}
