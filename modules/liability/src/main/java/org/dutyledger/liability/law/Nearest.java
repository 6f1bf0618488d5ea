package org.dutyledger.liability.law;

import java.util.Collection;
import java.util.Comparator;

/** What somebody who wrote a word may have meant. */
final class Nearest {

    private Nearest() {}

    /** {@code ; did you mean X?}, or nothing if no candidate is near. */
    static String to(String word, Collection<String> candidates) {
        int near = Math.max(2, word.length() / 3);
        return candidates.stream()
                .filter(each -> distance(word, each) <= near)
                .min(
                        Comparator.comparingInt((String each) -> distance(word, each))
                                .thenComparing(Comparator.naturalOrder()))
                .map(each -> "; did you mean " + each + "?")
                .orElse("");
    }

    /** Levenshtein's, two letters that changed places counted once. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        char last = a.charAt(i - 1);
        char other = b.charAt(j - 1);
        int least =
                Math.min(
                        Math.min(d[i - 1][j], d[i][j - 1]) + 1,
                        d[i - 1][j - 1] + (last == other ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && last == b.charAt(j - 2) && a.charAt(i - 2) == other;
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
