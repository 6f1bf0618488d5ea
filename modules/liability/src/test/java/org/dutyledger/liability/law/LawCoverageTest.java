package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.liability.law.Rulebook.Uncovered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the law that was collected ({@code law/rows.csv}) has a place in a rulebook. */
class LawCoverageTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/law/rows.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRowIsARuleOrIsListedWithTheReason(String row, String article, String rules) {
        assertThat(homeless(rules)).as("%s (%s) without a place", row, article).isEmpty();
    }

    @Test
    void aRowWithoutAPlaceIsFound() {
        assertThat(homeless("CN-CC-1202 CN-CC-9999")).containsExactly("CN-CC-9999");
    }

    @ParameterizedTest
    @MethodSource("org.dutyledger.liability.law.RulebooksTest#ids")
    void nothingIsBothComputedAndListedAsUncovered(String id) {
        Set<String> both = new TreeSet<>(computed(Rulebooks.load(id)).keySet());
        both.retainAll(
                Rulebooks.load(id).uncovered().stream().map(it -> it.citation().rule()).toList());
        assertThat(both).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.dutyledger.liability.law.RulebooksTest#ids")
    void everyRuleSaysHowItIsRead(String id) {
        assertThat(computed(Rulebooks.load(id)).values())
                .allSatisfy(it -> assertThat(it.note()).as(it.rule()).isNotNull());
    }

    private static List<String> homeless(String rules) {
        Set<String> placed = new TreeSet<>();
        for (Rulebook each : Rulebooks.all()) {
            placed.addAll(computed(each).keySet());
            each.uncovered().stream().map(Uncovered::citation).forEach(it -> placed.add(it.rule()));
        }
        return Arrays.stream(rules.split(" ")).filter(it -> !placed.contains(it)).toList();
    }

    private static Map<String, Citation> computed(Rulebook rulebook) {
        Map<String, Citation> computed = new LinkedHashMap<>();
        Stream.of(
                        rulebook.duties().stream().map(DutyRule::citation),
                        rulebook.roleCitations().values().stream(),
                        rulebook.damages().citations().values().stream(),
                        rulebook.consequences().citations().stream(),
                        rulebook.limits().stream().map(Rulebook.Limit::citation))
                .flatMap(it -> it)
                .forEach(it -> computed.put(it.rule(), it));
        return computed;
    }
}
