package org.dutyledger.views;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.dutyledger.ledger.JudgeProperties;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.store.StretchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The views and their queries. */
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

    /** One thread follows: what it writes is one order, and it is far ahead of recording. */
    private static final int SEGMENTS = 1;

    /** Stretches that are written in one transaction if so many wait. */
    private static final int BATCH = 2;

    /**
     * While much comes in, what changes often is written this often: the answers are that late, and
     * recording has the machine meanwhile.
     */
    private static final Duration PACE = Duration.ofMillis(250);

    /** Idle segments store how far they have read this often, for instances without processors. */
    private static final int POSITION_MILLIS = 1000;

    private final ViewJson json = new ViewJson();

    /** A handler that fails stops its segment, which tries again: nothing is passed over. */
    @Bean
    ConfigurerModule viewProcessing(
            ObjectProvider<StretchSource> source, ObjectProvider<ViewProjection> projection) {
        return configurer -> {
            configurer.onStart(() -> projection.getObject().start());
            configurer
                    .eventProcessing()
                    .registerPooledStreamingEventProcessor(
                            ViewProjection.GROUP,
                            configuration -> new PacedSource(source.getObject(), PACE),
                            (configuration, processor) ->
                                    processor
                                            .batchSize(BATCH)
                                            .initialSegmentCount(SEGMENTS)
                                            .claimExtensionThreshold(POSITION_MILLIS)
                                            .initialToken(StreamableMessageSource::createTailToken))
                    .registerListenerInvocationErrorHandler(
                            ViewProjection.GROUP,
                            configuration -> PropagatingErrorHandler.instance())
                    .registerSequencingPolicy(
                            ViewProjection.GROUP, configuration -> new SequentialPolicy());
        };
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
            SequencedRecord record,
            JdbcTemplate jdbc,
            Findings findings,
            JudgeProperties judge,
            TransactionOperations transaction,
            ViewMetrics metrics,
            ViewHealth health) {
        ViewWriter writer = new ViewWriter(jdbc, json, findings, Set.copyOf(judge.rulebooks()));
        return new ViewProjection(record, writer, transaction, metrics, health);
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
    Findings findings(SequencedRecord record) {
        return new Findings(record, json);
    }

    @Bean
    Exposures exposures(JdbcClient jdbc, Findings findings, ViewPosition position) {
        return new Exposures(jdbc, findings, position);
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
    Duties duties(JdbcClient jdbc, Findings findings, ViewPosition position) {
        return new Duties(jdbc, findings, position);
    }

    @Bean
    Risks risks(JdbcClient jdbc, Findings findings, ViewPosition position) {
        return new Risks(
                jdbc, new Signals(jdbc, json), new RiskKnowledge(jdbc, findings), position);
    }

    @Bean
    History history(SequencedRecord record, ViewPosition position) {
        return new History(record, position);
    }

    @Bean
    Deadlines deadlines(JdbcClient jdbc, Findings findings, ViewPosition position) {
        return new Deadlines(jdbc, findings, new Signals(jdbc, json), position);
    }
}
