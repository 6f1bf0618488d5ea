package org.dutyledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The PostgreSQL of this JVM: embedded, or in a container with {@code -Dservers=containers}. */
sealed interface TestPostgres {

    String url(String database);

    String user();

    String password();

    /** Starts it, the first time; it stops with the JVM. */
    static TestPostgres get() {
        if (inContainers()) {
            Assumptions.assumeTrue(
                    DockerClientFactory.instance().isDockerAvailable(),
                    "no container engine: embedded only");
            return Contained.ONE;
        }
        return Embedded.ONE;
    }

    private static boolean inContainers() {
        return "containers".equals(System.getProperty("servers", "embedded"));
    }

    /** Without durability: a test needs none, and is faster. */
    record Embedded(PostgresServer server) implements TestPostgres {

        static final TestPostgres ONE = start();

        private static TestPostgres start() {
            try {
                Path data = Files.createTempDirectory("dutyledger-test");
                PostgresServer server = PostgresServer.startWithoutDurability(data);
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    server.close();
                                    delete(data);
                                }));
                return new Embedded(server);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String url(String database) {
            return server.url(database);
        }

        @Override
        public String user() {
            return PostgresServer.USER;
        }

        @Override
        public String password() {
            return server.password();
        }
    }

    /** A machine without a registry makes an image of its own and names it. */
    record Contained(PostgreSQLContainer container) implements TestPostgres {

        static final TestPostgres ONE = start();

        private static TestPostgres start() {
            var image =
                    DockerImageName.parse(
                                    System.getProperty(
                                            "servers.postgres",
                                            System.getenv()
                                                    .getOrDefault("POSTGRES_IMAGE", "postgres:18")))
                            .asCompatibleSubstituteFor("postgres");
            var container = new PostgreSQLContainer(image);
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new Contained(container);
        }

        @Override
        public String url(String database) {
            return "jdbc:postgresql://%s:%d/%s"
                    .formatted(container.getHost(), container.getFirstMappedPort(), database);
        }

        @Override
        public String user() {
            return container.getUsername();
        }

        @Override
        public String password() {
            return container.getPassword();
        }
    }
}
