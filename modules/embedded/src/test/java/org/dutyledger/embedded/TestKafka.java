package org.dutyledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The Kafka of the tests: started once in a JVM, embedded by default, in a container with {@code
 * -Dservers=containers} (image {@code -Dservers.kafka}). Where no container engine answers, the
 * test that asks is skipped and says so.
 */
public final class TestKafka {

    private static final boolean CONTAINERS = "containers".equals(System.getProperty("servers"));

    private TestKafka() {}

    /** Where clients connect. */
    public static String bootstrapServers() {
        if (CONTAINERS) {
            Assumptions.assumeTrue(
                    DockerClientFactory.instance().isDockerAvailable(),
                    "no container engine: embedded only");
            return Container.ADDRESS;
        }
        return Embedded.ADDRESS;
    }

    /** Creates a topic of a test class's own and returns its name. */
    public static String topic(Class<?> test, String name, int partitions) {
        String own = test.getSimpleName() + "." + name;
        KafkaServer.createTopics(bootstrapServers(), partitions, List.of(own));
        return own;
    }

    private static final class Embedded {
        static final String ADDRESS = start();

        private static String start() {
            try {
                Path directory = Files.createTempDirectory("dutyledger-kafka");
                KafkaServer server = KafkaServer.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
                return server.bootstrapServers();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(KafkaServer server, Path directory) {
            server.close();
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Container {
        static final String ADDRESS = start();

        private static String start() {
            String image =
                    System.getProperty(
                            "servers.kafka",
                            System.getenv().getOrDefault("KAFKA_IMAGE", "apache/kafka:4.3.1"));
            var container =
                    new KafkaContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"));
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return container.getBootstrapServers();
        }
    }
}
