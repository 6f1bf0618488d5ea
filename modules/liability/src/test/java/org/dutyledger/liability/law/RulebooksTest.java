package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulebooksTest {

    static List<String> ids() {
        return Rulebooks.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyShippedRulebookIsReadWithoutADoubt(String id) {
        Rulebook rulebook = Rulebooks.load(id);
        assertThat(rulebook.id()).isEqualTo(id);
        assertThat(rulebook.digest()).matches("sha-256:[0-9a-f]{64}");
        assertThat(RulebookLint.lint(Rulebooks.yaml(id))).isEmpty();
    }

    @Test
    void anUnknownOneIsNamedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulebooks.load("atlantis"))
                .withMessageContaining("atlantis")
                .withMessageContaining("cn-product");
    }

    @Test
    void aLayerAddsReplacesAndRemoves() {
        Rulebook service = Rulebooks.load("cn-service");
        Rulebook product = Rulebooks.load("cn-product");
        Rulebook reform = Rulebooks.load("cn-reform");
        assertThat(rules(product)).containsAll(rules(service)).contains("CN-CC-1206-1");
        assertThat(rules(service)).doesNotContain("CN-CC-1206-1");
        assertThat(service.damages().heads()).doesNotContainKey("price");
        assertThat(product.damages().heads()).containsEntry("price", "CN-SPC-19");
        assertThat(product.damages().punitive())
                .extracting(DamagesRules.Punitive::rule)
                .containsExactly("CN-CRPL-55-1", "CN-CC-1207");
        assertThat(reform.damages().punitive())
                .extracting(DamagesRules.Punitive::rule)
                .containsExactly("CN-CRPL-55-1", "CN-CC-1207", "CN-REFORM-5.3");
        assertThat(product.roleBecause()).containsExactly("CN-PAPER-4.1");
        assertThat(reform.damages().basis()).isEqualTo(DamagesRules.Basis.PRESUMED);
    }

    @Test
    void everyStateHasItsOwnZone() {
        Rulebook us = Rulebooks.load("us-frontier");
        assertThat(us.duties())
                .filteredOn(it -> it.citation().rule().equals("US-IL-315"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(us.zone(it)).hasToString("America/Chicago");
                    assertThat(us.jurisdiction(it)).isEqualTo("US-IL");
                    assertThat(it.citation().appliesFrom())
                            .isEqualTo(LocalDate.parse("2027-01-01"));
                });
    }

    @Test
    void whatNoFactDecidesIsListedWithTheReason() {
        assertThat(Rulebooks.load("cn-product").uncovered())
                .extracting(it -> it.citation().rule())
                .contains("CN-LAB-9", "CN-GB45438", "CN-RECALL", "CN-PQL-42");
        assertThat(Rulebooks.load("eu").uncovered())
                .extracting(it -> it.citation().rule())
                .contains("EU-AIA-26-6");
    }

    private static List<String> rules(Rulebook rulebook) {
        return rulebook.duties().stream().map(it -> it.citation().rule()).toList();
    }
}
