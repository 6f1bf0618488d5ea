package org.dutyledger.feed;

import java.io.IOException;
import java.util.List;

/** An instance as a process of its own, for a test to kill. */
final class KilledFeed {

    private KilledFeed() {}

    /**
     * @param settings {@code name=value}
     */
    public static void main(String[] settings) throws IOException {
        TestFeed.start(List.of(settings));
        // Ends with the test that started it, however that ended.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }
}
