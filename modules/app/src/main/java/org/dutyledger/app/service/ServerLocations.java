package org.dutyledger.app.service;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.dutyledger.embedded.KafkaServer;
import org.dutyledger.embedded.PostgresServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Which PostgreSQL and Kafka the service uses: outside ones where configured, else its own. The
 * connection details take the embedded servers as parameters, which gives the order of start and
 * stop: a server starts before what connects to it and stops after.
 */
@Configuration(proxyBeanMethods = false)
class ServerLocations {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataDirectory dataDirectory(DutyledgerProperties properties) {
        return DataDirectory.take(properties.data());
    }

    @Bean
    @Conditional(Outside.NoPostgres.class)
    PostgresServer postgresServer(DataDirectory data, DutyledgerProperties properties) {
        Path directory = data.path();
        return properties.postgres().requireDurable()
                ? PostgresServer.start(directory)
                : PostgresServer.startWithoutDurability(directory);
    }

    @Bean
    @Conditional(Outside.NoPostgres.class)
    JdbcConnectionDetails embeddedPostgres(PostgresServer server) {
        return new Database(server.jdbcUrl(), PostgresServer.USER, server.password());
    }

    @Bean
    @Conditional(Outside.Postgres.class)
    JdbcConnectionDetails outsidePostgres(DutyledgerProperties properties, DataDirectory held) {
        var postgres = properties.postgres();
        return new Database(postgres.url(), postgres.username(), postgres.password());
    }

    @Bean
    @Conditional(Outside.NoKafka.class)
    KafkaServer kafkaServer(DataDirectory data) {
        return KafkaServer.start(data.path().resolve("kafka"));
    }

    @Bean
    @Conditional(Outside.NoKafka.class)
    KafkaConnectionDetails embeddedKafka(KafkaServer server) {
        return new Broker(server.bootstrapServers());
    }

    @Bean
    @Conditional(Outside.Kafka.class)
    KafkaConnectionDetails outsideKafka(DutyledgerProperties properties) {
        return new Broker(properties.kafka().bootstrapServers());
    }

    @Bean
    @ConditionalOnProperty(
            name = "dutyledger.postgres.require-durable",
            havingValue = "true",
            matchIfMissing = true)
    DurableStore durableStore(DataSource database) {
        return new DurableStore(database);
    }
}
