package org.dutyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir Path data;

    @Test
    void data_and_port_survive_a_restart() throws SQLException {
        int port;
        try (var server = PostgresServer.start(data)) {
            port = server.port();
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var server = PostgresServer.start(data)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void commits_are_durable_unless_a_test_asks_otherwise() throws SQLException {
        try (var server = PostgresServer.start(data)) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(server, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void only_who_knows_the_password_gets_in() throws IOException {
        try (var server = PostgresServer.start(data)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.jdbcUrl(), PostgresServer.USER, "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    /** What a kill -9 leaves behind: a process of its own started the server and then died. */
    @Test
    void takes_over_a_server_that_a_killed_process_left() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Orphan.class.getName(),
                                data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("other.log").toFile())
                        .start();
        while (!Files.exists(data.resolve("ready"))) {
            assertThat(other.isAlive())
                    .as(() -> "the other process: " + read(data.resolve("other.log")))
                    .isTrue();
            Thread.onSpinWait();
        }
        other.destroyForcibly();
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();

        try (var server = PostgresServer.start(data)) {
            assertThat(ask(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    /** The other process of the test above. */
    static final class Orphan {
        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            execute(PostgresServer.start(data), "CREATE TABLE kept AS SELECT 42 AS answer");
            Files.createFile(data.resolve("ready"));
            Thread.currentThread().join();
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), PostgresServer.USER, server.password());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
