package org.dutyledger.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.ledger.Recorder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the intake. Addresses and credentials of Kafka come from Spring Boot's own beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

    @Bean
    IntakeMetrics intakeMetrics(MeterRegistry registry) {
        return new IntakeMetrics(registry);
    }

    @Bean
    RejectedFacts rejectedFacts(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Recorder recorder,
            JsonMapper json,
            Clock clock) {
        return new RejectedFacts(
                database,
                new TransactionTemplate(transactions),
                recorder,
                new FactReader(),
                json,
                clock);
    }

    @Bean
    BatchRecorder batchRecorder(Recorder recorder, RejectedFacts rejected, IntakeMetrics metrics) {
        return new BatchRecorder(recorder, rejected, metrics);
    }

    @Bean
    FactIntake factIntake(BatchRecorder recorder) {
        return new FactIntake(new HttpFacts(new FactReader()), recorder);
    }

    @Bean
    FactConsumer factConsumer(
            ConsumerFactory<?, ?> kafka,
            IntakeProperties properties,
            BatchRecorder recorder,
            JdbcClient database,
            IntakeMetrics metrics,
            Clock clock) {
        return new FactConsumer(
                kafka.getConfigurationProperties(),
                properties,
                new PollRecorder.Parts(
                        new KafkaFacts(new FactReader()),
                        recorder,
                        new IntakeOffsets(database),
                        metrics,
                        clock),
                clock);
    }

    @Bean
    RejectedPublisher rejectedPublisher(
            ProducerFactory<?, ?> kafka,
            IntakeProperties properties,
            RejectedFacts rejected,
            JsonMapper json,
            Clock clock) {
        return new RejectedPublisher(
                kafka.getConfigurationProperties(),
                properties,
                rejected,
                new RejectedMessage(properties.topics().rejected(), json),
                clock);
    }

    @Bean
    IntakeHealth intakeHealthIndicator(FactConsumer consumer) {
        return new IntakeHealth(consumer);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin.getConfigurationProperties());
    }

    /** Created at the start where they are missing, in an embedded and in an outside cluster. */
    @Bean
    KafkaAdmin.NewTopics intakeTopics(IntakeProperties properties) {
        IntakeProperties.Topics names = properties.topics();
        return new KafkaAdmin.NewTopics(
                Stream.of(names.facts(), names.warningsShown(), names.findings(), names.rejected())
                        .map(name -> topic(name, properties))
                        .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(String name, IntakeProperties properties) {
        var settings = new HashMap<String, String>();
        // Retention counts from the arrival: facts of past years would be deleted unread.
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (name.equals(properties.topics().rejected())) {
            settings.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(properties.rejectedRetention().toMillis()));
        }
        return TopicBuilder.name(name)
                .partitions(properties.partitions())
                .configs(Map.copyOf(settings))
                .build();
    }
}
