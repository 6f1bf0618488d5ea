package org.dutyledger.ledger.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.dutyledger.ledger.RecordedFacts;
import org.dutyledger.ledger.SequencedRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The record's tables and what reads and writes them. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Everything of ours stands in a schema of its own, the history of migrations too. */
    @Bean
    FlywayConfigurationCustomizer ledgerSchema() {
        return flyway -> flyway.schemas("ledger").defaultSchema("ledger");
    }

    @Bean
    Dossiers dossiers(JdbcTemplate database) {
        return new Dossiers(database);
    }

    @Bean
    FactIds factIds(JdbcTemplate database) {
        return new FactIds(database);
    }

    @Bean
    EventReader eventReader(ObjectProvider<Upcaster> upcasters) {
        return new EventReader(List.copyOf(upcasters.orderedStream().toList()));
    }

    @Bean
    EventQueries eventQueries(JdbcTemplate database, EventReader reader) {
        return new EventQueries(database, reader);
    }

    @Bean
    Sequencer sequencer(
            JdbcTemplate database, PlatformTransactionManager transactions, EventQueries queries) {
        return new Sequencer(database, new TransactionTemplate(transactions), queries);
    }

    @Bean
    SequenceListener sequenceListener(DataSource database, Sequencer sequencer) {
        return new SequenceListener(database, sequencer);
    }

    @Bean
    SnapshotTable snapshotTable(JdbcTemplate database) {
        return new SnapshotTable(database);
    }

    @Bean
    RecordedFact recordedFact(JdbcTemplate database, EventReader reader) {
        return new RecordedFact(database, reader);
    }

    @Bean
    LawTable lawTable(JdbcTemplate database, PlatformTransactionManager transactions) {
        return new LawTable(database, new TransactionTemplate(transactions));
    }

    @Bean
    EventHistory eventHistory(
            JdbcTemplate database, PlatformTransactionManager transactions, EventReader reader) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new EventHistory(database, snapshot, reader);
    }

    @Bean
    RecentAppends recentAppends() {
        return new RecentAppends();
    }

    @Bean
    SequencedRecord sequencedRecord(
            JdbcTemplate database, RecentAppends recent, EventReader reader) {
        return new SequencedTables(database, recent, reader);
    }

    @Bean
    RecordedFacts recordedFacts(JdbcTemplate database, EventReader reader) {
        return new TableFacts(database, reader);
    }

    /** A token of a replay names the class of the token it wraps; no other class is let in. */
    @Bean
    Jackson3SerializerCustomizer tokensOnly() {
        var tokens =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.eventhandling.")
                        .build();
        return mapper -> mapper.polymorphicTypeValidator(tokens);
    }

    @Bean
    StoreMeters storeMeters(MeterRegistry registry, Sequencer sequencer) {
        return new StoreMeters(registry, sequencer);
    }

    @Bean
    RecordStore eventStore(
            JdbcTemplate database,
            RecentAppends recent,
            EventQueries queries,
            Snapshots snapshots,
            Sequencer sequencer,
            StoreMeters meters) {
        return new RecordStore(
                new EventTable(database, recent, meters), queries, snapshots, sequencer);
    }

    @Bean
    StretchSource stretchSource(RecordStore record, Sequencer sequencer) {
        return new StretchSource(record, sequencer);
    }

    /** Axon's own is made only if it happens to look after the pool is there. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        TokenSchema schema =
                TokenSchema.builder()
                        .setTokenTable("ledger.token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build();
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .build();
    }
}
