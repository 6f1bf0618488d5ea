package org.dutyledger.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.dutyledger.contract.codec.FindingWriter;
import org.dutyledger.ledger.SequencedRecord;
import org.dutyledger.ledger.store.Sequencer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Wires the feed. Addresses and credentials of Kafka come from Spring Boot's own beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
public class FeedConfiguration {

    @Bean
    Arrivals feedArrivals(Sequencer sequencer) {
        return new Arrivals(sequencer);
    }

    @Bean
    FindingsFeed findingsFeed(
            SequencedRecord record, Arrivals arrivals, FeedProperties properties) {
        return new FindingsFeed(record, arrivals, new FindingWriter(properties.source()));
    }

    @Bean
    FeedPositions feedPositions(JdbcClient database) {
        return new FeedPositions(database);
    }

    @Bean
    FeedHealth feedHealthIndicator(Clock clock) {
        return new FeedHealth(clock);
    }

    @Bean
    FindingsPublisher findingsPublisher(
            FeedProperties properties,
            ProducerFactory<?, ?> kafka,
            KafkaAdmin admin,
            DataSource database,
            FindingsFeed feed,
            FeedPositions positions,
            FeedHealth health,
            Sequencer sequencer,
            MeterRegistry registry) {
        var publisher =
                new FindingsPublisher(
                        properties,
                        kafka.getConfigurationProperties(),
                        new TopicEnd(admin.getConfigurationProperties(), properties.topic()),
                        database,
                        feed,
                        positions,
                        health);
        Gauge.builder(
                        "dutyledger.feed.lag",
                        () ->
                                publisher.position() == 0
                                        ? Double.NaN
                                        : sequencer.lastSequence() - publisher.position())
                .description("Sequences that this instance has not published yet")
                .register(registry);
        return publisher;
    }

    @Bean
    Webhooks feedWebhooks(
            FeedProperties properties,
            DataSource database,
            FindingsFeed feed,
            JdbcClient jdbc,
            Clock clock) {
        return new Webhooks(properties, database, feed, new WebhookStates(jdbc), clock);
    }
}
