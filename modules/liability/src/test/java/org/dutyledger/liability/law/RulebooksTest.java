package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulebooksTest {

    static java.util.List<String> ids() {
        return Rulebooks.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyShippedRulebookIsValid(String id) {
        Rulebook rulebook = Rulebooks.load(id);
        assertThat(rulebook.id()).isEqualTo(id);
        assertThat(rulebook.digest()).matches("sha-256:[0-9a-f]{64}");
        assertThat(rulebook.duties()).isNotEmpty();
    }
}
