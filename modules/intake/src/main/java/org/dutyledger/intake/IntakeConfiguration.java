package org.dutyledger.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.ledger.Recorder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    IntakeOffsets intakeOffsets(JdbcClient database) {
        return new IntakeOffsets(database);
    }

    @Bean
    IntakeTopics intakeTopics(KafkaAdmin admin, IntakeProperties properties) {
        return new IntakeTopics(admin.getConfigurationProperties(), properties);
    }

    @Bean
    FactConsumer factConsumer(
            ConsumerFactory<?, ?> kafka,
            IntakeProperties properties,
            BatchRecorder recorder,
            IntakeTopics topics,
            IntakeOffsets offsets,
            IntakeMetrics metrics,
            Clock clock) {
        return new FactConsumer(
                kafka.getConfigurationProperties(),
                properties,
                topics,
                new PollRecorder.Parts(
                        new KafkaFacts(new FactReader()), recorder, offsets, metrics, clock),
                clock);
    }

    @Bean
    RejectedPublisher rejectedPublisher(
            ProducerFactory<?, ?> kafka,
            IntakeProperties properties,
            IntakeTopics topics,
            RejectedFacts rejected,
            JsonMapper json,
            Clock clock) {
        return new RejectedPublisher(
                kafka.getConfigurationProperties(),
                properties,
                topics,
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
}
