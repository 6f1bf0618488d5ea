package org.dutyledger.bench.peers;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.dutyledger.liability.law.LawInForce;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Axon as it comes: JPA event store, one command and one transaction a fact, aggregates cached. It
 * judges by the same law; it reads no Kafka and keeps no offsets, no unique source and id, no
 * sealed fields.
 */
public final class StockAxon implements AutoCloseable {

    private final EntityManagerFactory entities;
    private final Configuration axon;

    /** Creates its tables in an empty database. */
    public StockAxon(DataSource database, LawInForce law) {
        entities =
                new HibernatePersistenceConfiguration("stock")
                        .managedClass(
                                org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry
                                        .class)
                        .managedClass(
                                org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry
                                        .class)
                        .property("jakarta.persistence.nonJtaDataSource", database)
                        .property("hibernate.hbm2ddl.auto", "create")
                        .createEntityManagerFactory();
        Transactions transactions = new Transactions(entities);
        axon = configuration(transactions, law);
        axon.start();
    }

    private static Configuration configuration(Transactions transactions, LawInForce law) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(c -> transactions)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .registerComponent(LawInForce.class, c -> law)
                .configureEmbeddedEventStore(c ->
                        JpaEventStorageEngine.builder()
                                .entityManagerProvider(transactions::current)
                                .transactionManager(transactions)
                                .eventSerializer(c.eventSerializer())
                                .snapshotSerializer(c.serializer())
                                .build())
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(StockDossier.class)
                                .configureCache(c -> new Held()))
                .buildConfiguration();
    }

    /** Records the facts one by one; facts a second. */
    public double record(List<String> models, List<byte[]> facts) {
        CommandGateway gateway = axon.commandGateway();
        long start = System.nanoTime();
        for (int i = 0; i < facts.size(); i++) {
            gateway.sendAndWait(new StockDossier.RecordFact(models.get(i), facts.get(i)));
        }
        return facts.size() * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        axon.shutdown();
        entities.close();
    }

    /** One entity manager a transaction; everything happens on the sender's thread. */
    private static final class Transactions implements TransactionManager {

        private final EntityManagerFactory entities;
        private @Nullable EntityManager open;

        Transactions(EntityManagerFactory entities) {
            this.entities = entities;
        }

        EntityManager current() {
            if (open == null) {
                throw new IllegalStateException("no transaction");
            }
            return open;
        }

        @Override
        public Transaction startTransaction() {
            if (open != null) {
                return new Joined();
            }
            open = entities.createEntityManager();
            open.getTransaction().begin();
            return new Own(this);
        }

        EntityManager take() {
            EntityManager manager = current();
            open = null;
            return manager;
        }
    }

    private record Joined() implements Transaction {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }

    private record Own(Transactions transactions) implements Transaction {
        @Override
        public void commit() {
            try (EntityManager manager = transactions.current()) {
                manager.getTransaction().commit();
            } finally {
                transactions.take();
            }
        }

        @Override
        public void rollback() {
            try (EntityManager manager = transactions.take()) {
                manager.getTransaction().rollback();
            }
        }
    }

    /** Every aggregate stays in memory. */
    private static final class Held implements Cache {

        private final Map<Object, Object> entries = new HashMap<>();

        @Override
        @SuppressWarnings({
            "unchecked",
            "TypeParameterUnusedInFormals"
        }) // as the framework declares it
        public <K, V> @Nullable V get(K key) {
            return (V) entries.get(key);
        }

        @Override
        public void put(Object key, Object value) {
            entries.put(key, value);
        }

        @Override
        public boolean putIfAbsent(Object key, Object value) {
            return entries.putIfAbsent(key, value) == null;
        }

        @Override
        public boolean remove(Object key) {
            return entries.remove(key) != null;
        }

        @Override
        public void removeAll() {
            entries.clear();
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(key);
        }

        @Override
        public Registration registerCacheEntryListener(EntryListener listener) {
            return () -> true;
        }
    }
}
