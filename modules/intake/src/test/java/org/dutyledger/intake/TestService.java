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
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

        /** What must not be done: the offset moves before the facts are recorded. */
        @Bean
        @Primary
        @ConditionalOnBooleanProperty("dutyledger.test.offsets-outside")
        IntakeOffsets offsetsOutside(JdbcClient database, PlatformTransactionManager transactions) {
            var own = new TransactionTemplate(transactions);
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return new IntakeOffsets(database) {
                @Override
                void advance(String topic, int partition, long next, long epoch) {
                    own.executeWithoutResult(
                            status -> super.advance(topic, partition, next, epoch));
                }
            };
        }
    }
}
