package org.dutyledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.embedded.TestKafka;
import org.dutyledger.ledger.LedgerConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ledger and the intake as the service wires them, with a web server on a free port. */
final class TestService {

    private TestService() {}

    static ConfigurableApplicationContext start(
            TestDatabase database, BeanPostProcessor around, String... properties) {
        var settings =
                new ArrayList<>(
                        List.of(
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "dutyledger.ledger.key-file=" + keyFile()));
        settings.addAll(List.of(properties));
        return start(around, settings);
    }

    /**
     * @param settings {@code name=value}, servers and all
     */
    static ConfigurableApplicationContext start(BeanPostProcessor around, List<String> settings) {
        var all =
                new ArrayList<>(
                        List.of(
                                "spring.main.banner-mode=off",
                                "spring.main.log-startup-info=false",
                                "server.address=127.0.0.1",
                                "server.port=0",
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3",
                                "management.endpoint.health.show-details=always"));
        all.addAll(settings);
        return new SpringApplicationBuilder(App.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(around))
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static Path keyFile() {
        try {
            Path directory = Files.createTempDirectory("dutyledger-key");
            directory.toFile().deleteOnExit();
            Path file = directory.resolve("ledger.key");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application around it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @Import({LedgerConfiguration.class, IntakeConfiguration.class, FactsController.class})
    static class App {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
