package org.dutyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dutyledger.contract.ModelId;
import org.dutyledger.embedded.KafkaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/client.md, compiled and run as a reader would. */
class ExampleTest {

    @TempDir Path kafka;
    @TempDir Path outbox;

    @Test
    void theExampleCountsAndTells() throws Exception {
        try (KafkaServer server = KafkaServer.start(kafka)) {
            server.createTopics(1, List.of("dutyledger.facts", "dutyledger.warnings-shown"));
            Process example =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "../../docs/client/CountAnswers.java",
                                    server.bootstrapServers(),
                                    outbox.toString())
                            .inheritIO()
                            .start();
            assertThat(example.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(example.exitValue()).isZero();

            Received shown = Received.from(server.bootstrapServers(), "dutyledger.warnings-shown");
            assertThat(shown.outputs()).isEqualTo(1_000);
            assertThat(shown.warned()).isEqualTo(990);
            Received facts = Received.from(server.bootstrapServers(), "dutyledger.facts");
            assertThat(facts.facts())
                    .singleElement()
                    .satisfies(
                            it -> assertThat(it.model()).isEqualTo(new ModelId("acme", "medchat")));
        }
    }
}
