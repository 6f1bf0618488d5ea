package org.dutyledger.liability.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 32, 33 and 56: the language of a locale. */
class LanguageRangeTest {

    @ParameterizedTest
    @CsvSource({
        "zh, true",
        "zh-CN, true",
        "ZH-tw, true",
        "Zh-Hans-CN, true",
        "zho, false",
        "en, false",
        "z, false"
    })
    void aLocaleIsOfTheLanguageItBeginsWithWhateverItsCase(String locale, boolean holds) {
        assertThat(LanguageRange.holds("zh", locale)).isEqualTo(holds);
    }

    @Test
    void noLanguageAskedForIsAnyLanguage() {
        assertThat(LanguageRange.holds(null, "en")).isTrue();
        assertThat(LanguageRange.holds(null, null)).isTrue();
        assertThat(LanguageRange.holds("zh", null)).isFalse();
    }
}
