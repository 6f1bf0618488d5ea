package org.dutyledger.liability.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.liability.law.RulebookLint;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases beside the rulebooks that come with the product: computed by hand, one for each rule.
 */
class ShippedCasesTest {

    private static final List<TrialCase> CASES = TrialCase.of(texts());

    static List<String> ids() {
        return Rulebooks.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void givesWhatWasComputedByHand(String id) {
        assertThat(Trial.run(Rulebooks.load(id), CASES))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.differences()).as(it.name()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void putsEveryRuleToTheTest(String id) {
        assertThat(RulebookLint.untested(Rulebooks.yaml(id), TrialCase.covered(CASES, id)))
                .isEmpty();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try {
            Path cases = Path.of(Rulebooks.class.getResource("/rulebooks/cases").toURI());
            try (Stream<Path> files = Files.walk(cases)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(cases.relativize(file).toString(), Files.readString(file));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
