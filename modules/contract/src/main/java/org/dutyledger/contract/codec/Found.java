package org.dutyledger.contract.codec;

/** Text from a sender made fit to be shown and stored. */
final class Found {

    private static final int LONGEST = 120;

    private Found() {}

    /** At most 120 code points, control characters and lone surrogates replaced by U+FFFD. */
    static String shorten(String text) {
        return fit(text, LONGEST);
    }

    static String fit(String text, int longest) {
        StringBuilder out = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length(); shown++) {
            if (shown == longest) {
                return out.append('…').toString();
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            out.appendCodePoint(Text.isPlain(c) ? c : 0xFFFD);
        }
        return out.toString();
    }
}
