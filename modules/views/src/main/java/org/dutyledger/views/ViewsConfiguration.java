package org.dutyledger.views;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.store.StretchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views and their queries. */
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

    /** One thread follows: what it writes is one order, and it is far ahead of recording. */
    private static final int SEGMENTS = 1;

    /** Stretches that are written in one transaction if so many wait. */
    private static final int BATCH = 5;

    /** Idle segments store how far they have read this often, for instances without processors. */
    private static final int POSITION_MILLIS = 1000;

    private final ViewJson json = new ViewJson();

    /** A handler that fails stops its segment, which tries again: nothing is passed over. */
    @Bean
    ConfigurerModule viewProcessing(ObjectProvider<StretchSource> source) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerPooledStreamingEventProcessor(
                                ViewProjection.GROUP,
                                configuration -> source.getObject(),
                                (configuration, processor) ->
                                        processor
                                                .batchSize(BATCH)
                                                .initialSegmentCount(SEGMENTS)
                                                .claimExtensionThreshold(POSITION_MILLIS)
                                                .initialToken(
                                                        StreamableMessageSource::createTailToken))
                        .registerListenerInvocationErrorHandler(
                                ViewProjection.GROUP,
                                configuration -> PropagatingErrorHandler.instance())
                        .registerSequencingPolicy(
                                ViewProjection.GROUP, configuration -> new SequentialPolicy());
    }

    @Bean
    ViewMetrics viewMetrics(
            MeterRegistry registry,
            Clock clock,
            JdbcClient jdbc,
            ViewPosition position,
            ObjectProvider<EventStore> record) {
        return new ViewMetrics(
                registry,
                clock,
                new DutyCounts(jdbc, clock),
                () -> {
                    TrackingToken head = record.getObject().createHeadToken();
                    return head.position().orElse(0) - position.sequence();
                });
    }

    @Bean
    ViewProjection viewProjection(
            SequencedRecord record, JdbcTemplate jdbc, ViewMetrics metrics, ViewHealth health) {
        return new ViewProjection(record, new ViewWriter(jdbc, json), metrics, health);
    }

    @Bean
    ViewPosition viewPosition(
            JdbcClient jdbc, Clock clock, ObjectProvider<EventProcessingConfiguration> processing) {
        return new ViewPosition(jdbc, clock, () -> processor(processing));
    }

    @Bean
    ViewHealth viewsHealthIndicator(Clock clock) {
        return new ViewHealth(clock);
    }

    private static @Nullable StreamingEventProcessor processor(
            ObjectProvider<EventProcessingConfiguration> processing) {
        EventProcessingConfiguration all = processing.getIfAvailable();
        return all == null
                ? null
                : all.eventProcessor(ViewProjection.GROUP, StreamingEventProcessor.class)
                        .orElse(null);
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
    History history(SequencedRecord record, ViewPosition position) {
        return new History(record, position);
    }

    @Bean
    Deadlines deadlines(JdbcClient jdbc, ViewPosition position) {
        return new Deadlines(jdbc, json, new Signals(jdbc, json), position);
    }
}
