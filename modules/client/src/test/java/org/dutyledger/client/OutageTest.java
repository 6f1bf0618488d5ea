package org.dutyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dutyledger.embedded.KafkaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka is away, the client's process is killed, and started again: every answer arrives once.
 *
 * <p>{@code -Ddutyledger.test.kills} and {@code -Ddutyledger.test.answers} scale it.
 */
class OutageTest {

    private static final int KILLS = Integer.getInteger("dutyledger.test.kills", 3);
    private static final int ANSWERS = Integer.getInteger("dutyledger.test.answers", 5_000);

    @TempDir Path kafka;
    @TempDir Path outbox;

    @Test
    void nothingIsLostAndNothingCountsTwice() throws Exception {
        String address;
        try (KafkaServer server = KafkaServer.start(kafka)) {
            address = server.bootstrapServers();
            server.createTopics(2, List.of("shown"));
        }
        long told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            told += countUntilKilled(address);
        }
        try (KafkaServer server = KafkaServer.start(kafka)) {
            for (int kill = 0; kill < KILLS; kill++) {
                told += countUntilKilled(server.bootstrapServers());
            }
            try (var client = DutyledgerClient.open(settings(address))) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> client.state().kept() == 0 && client.state().sent() > 0);
            }
            Received received = Received.from(address, "shown");
            // an answer may be counted whose line the killed process did not get to print
            assertThat(received.outputs()).isBetween(told, told + 2L * KILLS);
            assertThat(received.warned()).isBetween(told / 2 - KILLS, told / 2 + 3L * KILLS);
        }
    }

    private ClientSettings settings(String address) {
        return ClientSettings.of(address, "acme", outbox)
                .withBucket(Duration.ofMillis(50))
                .withTopics(new ClientSettings.Topics("shown", "shown"));
    }

    /** How many answers the process said it had counted when it was killed. */
    private long countUntilKilled(String address) throws IOException, InterruptedException {
        Process client =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledClient.class.getName(),
                                address,
                                outbox.toString(),
                                "shown")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long told = 0;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("[0-9]+")) {
                    told = Math.max(told, Long.parseLong(line));
                }
                if (told >= ANSWERS) {
                    // the process's own method would close what it said
                    client.toHandle().destroyForcibly();
                }
            }
        } finally {
            client.destroyForcibly().waitFor();
        }
        assertThat(told).isGreaterThanOrEqualTo(ANSWERS);
        return told;
    }
}
