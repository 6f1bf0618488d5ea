package org.dutyledger.liability.law;

import org.jspecify.annotations.Nullable;

/** Which locales are of a language: basic filtering of RFC 4647, section 3.3.1. */
public final class LanguageRange {

    private LanguageRange() {}

    /**
     * Whether a locale is the language or one of its subtags; case does not matter (RFC 5646,
     * section 2.1.1).
     *
     * @param language null: any locale is of it, also none
     */
    public static boolean holds(@Nullable String language, @Nullable String locale) {
        if (language == null) {
            return true;
        }
        return locale != null
                && locale.regionMatches(true, 0, language, 0, language.length())
                && (locale.length() == language.length()
                        || locale.charAt(language.length()) == '-');
    }
}
