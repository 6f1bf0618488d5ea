package org.dutyledger.views;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views and their queries. */
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

    private final ViewJson json = new ViewJson();

    @Bean
    ViewMetrics viewMetrics(MeterRegistry registry, Clock clock) {
        return new ViewMetrics(registry, clock);
    }

    @Bean
    ViewProjection viewProjection(JdbcTemplate jdbc, ViewMetrics metrics) {
        return new ViewProjection(new ViewWriter(jdbc, json), metrics);
    }

    @Bean
    ViewPosition viewPosition(
            JdbcClient jdbc, Clock clock, ObjectProvider<EventProcessingConfiguration> processing) {
        return new ViewPosition(
                jdbc,
                clock,
                () -> {
                    EventProcessingConfiguration all = processing.getIfAvailable();
                    return all == null
                            ? null
                            : all.eventProcessor(
                                            ViewProjection.GROUP, StreamingEventProcessor.class)
                                    .orElse(null);
                });
    }

    @Bean
    Exposures exposures(JdbcClient jdbc, ViewPosition position) {
        return new Exposures(jdbc, json, position);
    }

    @Bean
    Models models(JdbcClient jdbc, Exposures exposures, ViewPosition position) {
        return new Models(
                jdbc,
                new Standings(jdbc, exposures),
                new Versions(new Signals(jdbc, json)),
                position);
    }

    @Bean
    Duties duties(JdbcClient jdbc, ViewPosition position) {
        return new Duties(jdbc, json, position);
    }

    @Bean
    Risks risks(JdbcClient jdbc, ViewPosition position) {
        return new Risks(jdbc, new Signals(jdbc, json), new RiskKnowledge(jdbc, json), position);
    }

    @Bean
    History history(JdbcClient jdbc, ViewPosition position) {
        return new History(jdbc, json, position);
    }

    @Bean
    Deadlines deadlines(JdbcClient jdbc, ViewPosition position) {
        return new Deadlines(jdbc, json, new Signals(jdbc, json), position);
    }
}
