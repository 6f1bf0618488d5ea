package org.dutyledger.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.dutyledger.embedded.KafkaServer;
import org.dutyledger.embedded.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** One durable PostgreSQL and one Kafka that both sides of a pair use. */
record Servers(PostgresServer postgres, KafkaServer kafka) implements AutoCloseable {

    static Servers start(Path work) {
        return new Servers(
                PostgresServer.start(work.resolve("postgres")),
                KafkaServer.start(work.resolve("kafka")));
    }

    DataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url(name));
        source.setUser(PostgresServer.USER);
        source.setPassword(postgres.password());
        return source;
    }

    DataSource database() {
        return database(PostgresServer.DATABASE);
    }

    /** A database with nothing in it, and a checkpoint, so that each sample starts alike. */
    void createDatabase(String name) throws SQLException {
        administer("create database " + name, "checkpoint");
    }

    /** A copy of another database; nobody may be connected to that one. */
    void copyDatabase(String from, String name) throws SQLException {
        administer("create database " + name + " template " + from, "checkpoint");
    }

    void dropDatabase(String name) throws SQLException {
        administer("drop database " + name + " with (force)");
    }

    private void administer(String... statements) throws SQLException {
        try (Connection c = database().getConnection();
                Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
