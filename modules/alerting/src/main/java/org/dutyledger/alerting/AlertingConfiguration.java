package org.dutyledger.alerting;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.messaging.StreamableMessageSource;
import org.dutyledger.alerting.delivery.Composer;
import org.dutyledger.alerting.delivery.Dispatcher;
import org.dutyledger.alerting.route.Routes;
import org.dutyledger.alerting.route.RoutesReader;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.store.StretchSource;
import org.dutyledger.views.Models;
import org.dutyledger.views.PacedSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Alerts, who is told of them, and how. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertingProperties.class)
public class AlertingConfiguration {

    /** Stretches that are written in one transaction if so many wait. */
    private static final int BATCH = 2;

    /** Between long stretches; what comes alone is told at once. */
    private static final Duration PACE = Duration.ofMillis(250);

    /** A handler that fails stops, and tries again: nothing is passed over. */
    @Bean
    ConfigurerModule alertProcessing(ObjectProvider<StretchSource> source) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerPooledStreamingEventProcessor(
                                AlertProjection.GROUP,
                                configuration -> new PacedSource(source.getObject(), PACE),
                                (configuration, processor) ->
                                        processor
                                                .batchSize(BATCH)
                                                .initialSegmentCount(1)
                                                .initialToken(
                                                        StreamableMessageSource::createTailToken))
                        .registerListenerInvocationErrorHandler(
                                AlertProjection.GROUP,
                                configuration -> PropagatingErrorHandler.instance())
                        .registerSequencingPolicy(
                                AlertProjection.GROUP, configuration -> new SequentialPolicy());
    }

    @Bean
    Routes alertRoutes(AlertingProperties properties) throws IOException {
        return properties.routes().isBlank()
                ? Routes.none()
                : RoutesReader.read(Files.readString(Path.of(properties.routes())));
    }

    @Bean
    Composer alertComposer(
            RecordedFacts record,
            Models models,
            LawsInForce laws,
            Clock clock,
            AlertingProperties properties) {
        return new PricedComposer(record, models, laws, clock, new Links(properties.link()));
    }

    @Bean
    Dispatcher alertDispatcher(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            Routes routes,
            Composer composer,
            MeterRegistry registry,
            AlertingProperties properties) {
        return new Dispatcher(
                jdbc, transaction, clock, routes, composer, registry, properties.patience());
    }

    @Bean
    AlertMeters alertMeters(MeterRegistry registry, JdbcTemplate jdbc) {
        return new AlertMeters(registry, jdbc);
    }

    @Bean
    AlertClock alertClock(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            Routes routes,
            Dispatcher dispatcher) {
        AlertRows rows = new AlertRows(jdbc);
        return new AlertClock(
                clock,
                transaction,
                rows,
                new RecordSurroundings(jdbc),
                new AlertWriter(rows, routes),
                routes.watch() == null ? null : routes.watch().feedSilent(),
                dispatcher::wake);
    }

    @Bean
    AlertProjection alertProjection(
            SequencedRecord record,
            JdbcTemplate jdbc,
            Clock clock,
            Routes routes,
            LawsInForce laws,
            Dispatcher dispatcher,
            AlertClock alertClock) {
        // all laws in force have the same policy
        var settings =
                new AlertProjection.Settings(
                        laws.laws().getFirst().policy().dueSoon(), routes.watch());
        return new AlertProjection(
                record,
                jdbc,
                new AlertWriter(new AlertRows(jdbc), routes),
                settings,
                clock,
                both(dispatcher, alertClock));
    }

    private static Runnable both(Dispatcher dispatcher, AlertClock alertClock) {
        return () -> {
            dispatcher.wake();
            alertClock.look();
        };
    }

    @Bean
    DeadlineCalendar deadlineCalendar(AlertingProperties properties) {
        return new DeadlineCalendar(new Links(properties.link()));
    }

    @Bean
    Alerts alerts(JdbcTemplate jdbc, Composer composer, Clock clock) {
        return new Alerts(jdbc, composer, clock);
    }

    @Bean
    AlertCommands alertCommands(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Clock clock,
            Routes routes,
            Dispatcher dispatcher,
            AlertClock alertClock) {
        return new AlertCommands(
                jdbc,
                transaction,
                clock,
                new AlertWriter(new AlertRows(jdbc), routes),
                both(dispatcher, alertClock));
    }
}
