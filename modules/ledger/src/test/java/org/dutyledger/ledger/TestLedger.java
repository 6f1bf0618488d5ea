package org.dutyledger.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.embedded.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole ledger on a database, as the service wires it, with a clock that a test moves. */
public final class TestLedger implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final MovableClock clock;
    private final FactReader reader = new FactReader();

    private TestLedger(ConfigurableApplicationContext context, MovableClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** One instance of the service on the database; several may stand on the same. */
    public static TestLedger on(TestDatabase database, Path keyFile, String... properties) {
        var clock = new MovableClock(Instant.parse("2026-06-01T00:00:00Z"));
        var settings =
                new ArrayList<>(
                        List.of(
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=" + database.user(),
                                "spring.datasource.password=" + database.password(),
                                "spring.main.banner-mode=off",
                                "axon.axonserver.enabled=false",
                                "axon.serializer.general=jackson3",
                                "dutyledger.ledger.key-file=" + keyFile));
        settings.addAll(List.of(properties));
        var context =
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .initializers(c -> {
                            c.getBeanFactory().registerSingleton("clock", clock);
                            c.getBeanFactory()
                                    .registerSingleton("meters", new SimpleMeterRegistry());
                        })
                        .properties(settings.toArray(String[]::new))
                        .run();
        return new TestLedger(context, clock);
    }

    /** The application around it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
    @Import(LedgerConfiguration.class)
    static class App {}

    public List<Verdict.Outcome> record(String... facts) {
        return record(List.of(facts), Recorder.Along.NOTHING);
    }

    public List<Verdict.Outcome> record(List<String> facts, Recorder.Along along) {
        return bean(Recorder.class).record(incoming(facts), along).stream()
                .map(Verdict::outcome)
                .toList();
    }

    public List<IncomingFact> incoming(List<String> facts) {
        return facts.stream().map(this::incoming).toList();
    }

    private IncomingFact incoming(String fact) {
        return switch (reader.read(fact.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(var read, var bytes) -> new IncomingFact(read, bytes);
            case Reading.Refused refused ->
                    throw new IllegalArgumentException(fact + ": " + refused.reasons());
        };
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MovableClock clock() {
        return clock;
    }

    public JdbcClient sql() {
        return JdbcClient.create(bean(JdbcTemplate.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
