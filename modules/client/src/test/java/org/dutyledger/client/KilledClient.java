package org.dutyledger.client;

import java.nio.file.Path;
import java.time.Duration;

/** A client in a process of its own, for a test to kill: says each answer once it is counted. */
final class KilledClient {

    private KilledClient() {}

    /**
     * @param args bootstrap servers, outbox, topic
     */
    public static void main(String[] args) {
        var client =
                DutyledgerClient.open(
                        ClientSettings.of(args[0], "acme", Path.of(args[1]))
                                .withBucket(Duration.ofMillis(50))
                                .withTopics(new ClientSettings.Topics(args[2], args[2])));
        long answers = 0;
        while (true) {
            Series series = Series.of("m" + answers % 7, "1.0").on("app");
            if (client.answered(series, answers % 2 == 0)) {
                answers++;
                System.out.println(answers);
            }
        }
    }
}
