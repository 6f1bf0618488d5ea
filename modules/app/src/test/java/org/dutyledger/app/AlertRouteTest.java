package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of routes, as a person runs it. */
class AlertRouteTest {

    @TempDir private Path folder;
    private Path routes;

    @BeforeEach
    void write() throws IOException {
        routes =
                Files.writeString(
                        folder.resolve("routes.yaml"),
                        """
                        receivers:
                          day: {channel: webhook, url: "https://day.example"}
                          lead: {channel: webhook, url: "https://lead.example"}
                        routes:
                          - name: severe
                            match: {severities: [S1]}
                            to: [day]
                            escalate: [{after: PT30M, to: [lead]}]
                        """);
    }

    private Ran run(String... more) {
        String[] command = {
            "alerts",
            "route",
            "--test",
            routes.toString(),
            "--model",
            "acme/m",
            "--at",
            "2026-08-01T00:00:00Z"
        };
        String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Ran.command(all);
    }

    @Test
    void itSaysWhoAndWhen() {
        Ran ran = run("--severity", "S1", "--format", "table");
        assertThat(ran.exitStatus()).isZero();
        assertThat(ran.out())
                .contains(
                        "severe", "day", "fits", "lead", "after PT30M without an acknowledgement");
    }

    @Test
    void itSaysWhyNobody() {
        Ran ran = run("--severity", "S4", "--format", "json");
        assertThat(ran.exitStatus()).isEqualTo(1);
        assertThat(ran.out()).contains("severity S4 is none of [S1]");
    }

    @Test
    void whatCannotBeUsedIsBadInput() throws IOException {
        Files.writeString(routes, "routes: [{name: r, to: [nobody]}]");
        Ran ran = run();
        assertThat(ran.exitStatus()).isEqualTo(3);
        assertThat(ran.err()).contains("names the receiver nobody, which is not declared");
        assertThat(run("--kind", "late").exitStatus()).isEqualTo(3);
    }
}
