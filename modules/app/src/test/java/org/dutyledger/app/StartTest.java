package org.dutyledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.embedded.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the service from starting, each in a sentence and an exit status. */
class StartTest {

    @TempDir private Path folder;

    @Test
    void aDatabaseThatCouldForgetIsRefused() {
        TestDatabase forgetful = TestDatabase.empty();

        Ran ran =
                serve(
                        "dutyledger.postgres.url=" + forgetful.url(),
                        "dutyledger.postgres.username=" + forgetful.user(),
                        "dutyledger.postgres.password=" + forgetful.password(),
                        "dutyledger.kafka.bootstrap-servers=127.0.0.1:1");

        assertThat(ran.exitStatus()).isEqualTo(2);
        assertThat(ran.err()).contains("fsync = off", "could lose what it confirmed");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOutOfReach() {
        Ran ran =
                serve(
                        "dutyledger.postgres.url=jdbc:postgresql://127.0.0.1:1/none",
                        "spring.datasource.hikari.connection-timeout=500",
                        "dutyledger.kafka.bootstrap-servers=127.0.0.1:1");

        assertThat(ran.exitStatus()).isEqualTo(4);
        assertThat(ran.err()).contains("PostgreSQL is out of reach");
    }

    @Test
    void aPolicyThatBreaksItsSchemaIsRefused() throws Exception {
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(policy, "policy: acme/P1\n");
        TestDatabase database = TestDatabase.empty();

        Ran ran =
                serve(
                        "dutyledger.postgres.url=" + database.url(),
                        "dutyledger.postgres.username=" + database.user(),
                        "dutyledger.postgres.password=" + database.password(),
                        "dutyledger.postgres.require-durable=false",
                        "dutyledger.kafka.bootstrap-servers=127.0.0.1:1",
                        "dutyledger.judge.policy=" + policy);

        assertThat(ran.exitStatus()).isEqualTo(2);
        assertThat(ran.err()).contains("the policy cannot be used", "discovery");
    }

    private Ran serve(String... settings) {
        String[] words = new String[settings.length * 2 + 5];
        words[0] = "serve";
        words[1] = "--port";
        words[2] = "0";
        words[3] = "--data";
        words[4] = folder.resolve("data").toString();
        for (int i = 0; i < settings.length; i++) {
            words[5 + 2 * i] = "--set";
            words[6 + 2 * i] = settings[i];
        }
        return Ran.command(words);
    }
}
