package org.dutyledger.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.IncomingFact;
import org.dutyledger.ledger.LedgerConfiguration;
import org.dutyledger.ledger.Recorder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Ledger and views as the service wires them, on a database of their own. */
final class RunningLedger implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningLedger on(TestDatabase database, Path keyFile) {
        return new RunningLedger(
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .initializers(c ->
                                c.getBeanFactory().registerSingleton("clock", Clock.systemUTC()))
                        .properties(
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.main.banner-mode=off",
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3",
                                "dutyledger.ledger.key-file=" + keyFile)
                        .run());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @Import({LedgerConfiguration.class, ViewsConfiguration.class})
    static class App {}

    void record(Stream<String> facts) {
        List<IncomingFact> incoming = facts.map(RunningLedger::incoming).toList();
        bean(Recorder.class).record(incoming, Recorder.Along.NOTHING);
    }

    private static IncomingFact incoming(String fact) {
        return switch (new FactReader().read(fact.getBytes(UTF_8))) {
            case Reading.Read(var read, var bytes) -> new IncomingFact(read, bytes);
            case Reading.Refused refused ->
                    throw new IllegalArgumentException(fact + ": " + refused.reasons());
        };
    }

    StreamingEventProcessor processor() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(ViewProjection.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
