package org.dutyledger.app.command;

import org.dutyledger.liability.law.Language;
import org.dutyledger.liability.law.Wording;
import picocli.CommandLine.Option;

/** In which language an answer speaks. */
final class SpokenLanguage {

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "Language, English or 简体中文 (default: ${DEFAULT-VALUE}).")
    private Language language;

    SpokenLanguage() {}

    String of(Wording wording) {
        return wording.in(language);
    }

    /** As REST names it. */
    String code() {
        return LawFiles.word(language);
    }
}
