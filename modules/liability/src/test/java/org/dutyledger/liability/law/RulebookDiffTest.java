package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.liability.law.RulebookDiff.Change;
import org.junit.jupiter.api.Test;

class RulebookDiffTest {

    private static final String US = Rulebooks.yaml("us-frontier");

    @Test
    void aRulebookDoesNotDifferFromItself() {
        assertThat(RulebookDiff.between(US, US)).isEmpty();
    }

    @Test
    void termsDatesArticlesAndConfidenceAreSaidInBothLanguages() {
        List<Change> changes =
                RulebookDiff.between(
                        US,
                        US.replaceFirst("period: \\{days: 15}", "period: {days: 10}")
                                .replaceFirst(
                                        "applies_from: 2026-01-01", "applies_from: 2026-02-01")
                                .replaceFirst("confidence: A", "confidence: B")
                                .replaceFirst("22757.11", "22757.12"));
        assertThat(changes)
                .extracting(it -> it.says().en())
                .containsExactlyInAnyOrder(
                        "US-CA-53-def: the article is Cal. Bus. & Prof. Code 22757.12, it was Cal."
                                + " Bus. & Prof. Code 22757.11",
                        "US-CA-53-def: the confidence is B, it was A",
                        "US-CA-53-13c1: the first day is 2026-02-01, it was 2026-01-01",
                        "US-CA-53-13c1: the period is days 10, it was days 15");
        assertThat(changes)
                .extracting(it -> it.says().zh())
                .contains("US-CA-53-def：可信度为B，原为A", "US-CA-53-13c1：起始日为2026-02-01，原为2026-01-01");
    }

    @Test
    void everyPartThatCitesTheLawHasItsWords() {
        assertThat(DiffWords.parts())
                .containsAll(RulebookRows.CITED.stream().map(it -> it.substring(1)).toList());
    }

    @Test
    void aLayerIsComparedAsAWhole() {
        List<Change> changes =
                RulebookDiff.between(Rulebooks.yaml("cn-service"), Rulebooks.yaml("cn-product"));
        assertThat(changes)
                .filteredOn(it -> it.term() == null && it.kind() == RulebookDiff.Kind.ADDED)
                .extracting(Change::rule)
                .contains("CN-CC-1206-1", "CN-CC-1207", "CN-PQL-45");
        assertThat(changes)
                .filteredOn(it -> it.kind() == RulebookDiff.Kind.REMOVED && it.term() == null)
                .extracting(Change::rule)
                .contains("CN-CRPL-55-2", "CN-CC-188")
                .doesNotContain("CN-CRPL-18");
        assertThat(changes)
                .extracting(it -> it.says().en())
                .contains("the basis of liability is strict, it was fault");
        assertThat(changes)
                .extracting(it -> it.says().zh())
                .anySatisfy(it -> assertThat(it).startsWith("新增CN-CC-1206-1（义务）："))
                .contains("归责原则为strict，原为fault");
    }
}
