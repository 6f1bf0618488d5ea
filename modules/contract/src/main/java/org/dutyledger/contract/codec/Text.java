package org.dutyledger.contract.codec;

import java.util.regex.Pattern;

/** Which strings the contract takes, by the same words as {@code /schemas/defs.json}. */
final class Text {

    static final int LONGEST_NAME = 256;
    static final int LONGEST_SOURCE = 512;
    static final int LONGEST_NOTE = 8192;

    private static final Pattern JSON_MEDIA_TYPE =
            Pattern.compile(
                    "[A-Za-z0-9!#$&^_.+-]+/([A-Za-z0-9!#$&^_.-]+\\+)?[Jj][Ss][Oo][Nn]( *;.*)?");
    private static final Pattern HOST = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[^?#]*)?");
    private static final String PROVIDERS = "/providers/";
    private static final String URI_MARKS = "-._~:/?#[]@!$&'()*+,;=";
    private static final boolean[] URI = new boolean[128];

    static {
        for (char c = 0; c < URI.length; c++) {
            URI[c] = isLetterOrDigit(c) || URI_MARKS.indexOf(c) >= 0;
        }
    }

    private Text() {}

    /** A name: 1 to 256 code points, no control character, no lone surrogate. */
    static boolean isName(String s) {
        int length = s.length();
        if (length == 0 || longerThan(s, LONGEST_NAME)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                return isPlain(s, i);
            }
        }
        return true;
    }

    /** A note: at most 8192 code points, no NUL, no lone surrogate. */
    static boolean isNote(String s) {
        if (longerThan(s, LONGEST_NOTE)) {
            return false;
        }
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == 0 || isLone(s, i)) {
                return false;
            }
        }
        return true;
    }

    /** A slug: lower-case letters and digits, inside also dot, hyphen and underscore. */
    static boolean isSlug(String s, int from, int to) {
        if (from >= to || to - from > LONGEST_NAME) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            boolean alnum = isLowerOrDigit(c);
            boolean mark = c == '-' || c == '.' || c == '_';
            if (!alnum && (!mark || i == from || i == to - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Where the provider ends in a source, or -1 if it is not a source of the contract. */
    static int providerEnd(String source) {
        int length = source.length();
        if (length > LONGEST_SOURCE || !source.startsWith(PROVIDERS)) {
            return -1;
        }
        int end = PROVIDERS.length();
        while (end < length && !endsSegment(source.charAt(end))) {
            end++;
        }
        return isSlug(source, PROVIDERS.length(), end) && isUri(source, end) ? end : -1;
    }

    /** The provider named by a source whose provider ends there. */
    static String provider(String source, int end) {
        return source.substring(PROVIDERS.length(), end);
    }

    /** Whether {@code datacontenttype} says JSON (RFC 6838, RFC 6839). */
    static boolean isJsonMediaType(String text) {
        return text.equals("application/json") || JSON_MEDIA_TYPE.matcher(text).matches();
    }

    /** Whether a {@code dataschema} names the published schema of the type, on whatever host. */
    static boolean isSchemaOf(String uri, String type) {
        String path = "/schemas/" + type + ".json";
        if (!uri.endsWith(path)) {
            return false;
        }
        String before = uri.substring(0, uri.length() - path.length());
        return before.isEmpty() || HOST.matcher(before).matches();
    }

    /** Neither a control character nor half of a surrogate pair. */
    static boolean isPlain(int codePoint) {
        return codePoint >= 0x20
                && (codePoint < 0x7f || codePoint > 0x9f)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    private static boolean isPlain(String s, int from) {
        for (int i = from; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (!isPlain(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean longerThan(String s, int longest) {
        return s.length() > longest && s.codePointCount(0, s.length()) > longest;
    }

    private static boolean isLone(String s, int i) {
        char c = s.charAt(i);
        if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
        }
        return i == 0 || !Character.isHighSurrogate(s.charAt(i - 1));
    }

    private static boolean endsSegment(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static boolean isUri(String s, int from) {
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '%'
                    && i + 2 < s.length()
                    && isHex(s.charAt(i + 1))
                    && isHex(s.charAt(i + 2))) {
                i += 2;
            } else if (c >= URI.length || !URI[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return c <= '9' ? c >= '0' : c >= 'a' && c <= 'z';
    }

    private static boolean isLetterOrDigit(char c) {
        boolean upper = c >= 'A' && c <= 'Z';
        return upper || isLowerOrDigit(c);
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}
