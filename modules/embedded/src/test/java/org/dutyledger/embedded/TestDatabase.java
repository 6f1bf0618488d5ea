package org.dutyledger.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test, with every migration found on the class path, on the one server
 * of this JVM.
 */
public record TestDatabase(String url, String user, String password) {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /**
     * A fresh database with the migrations applied.
     *
     * <p>With {@code -Dservers=containers} it stands in a container; where no container engine is
     * reachable the test is skipped, visibly.
     */
    public static TestDatabase fresh() {
        TestPostgres server = TestPostgres.get();
        synchronized (COUNT) {
            if (COUNT.getAndIncrement() == 0) {
                execute(server, "CREATE DATABASE " + TEMPLATE);
                migrate(of(server, TEMPLATE));
            }
            String name = "test" + COUNT.get();
            execute(server, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            return of(server, name);
        }
    }

    /** A fresh database without any table. */
    public static TestDatabase empty() {
        TestPostgres server = TestPostgres.get();
        synchronized (COUNT) {
            String name = "empty" + System.nanoTime();
            execute(server, "CREATE DATABASE " + name);
            return of(server, name);
        }
    }

    private static TestDatabase of(TestPostgres server, String database) {
        return new TestDatabase(server.url(database), server.user(), server.password());
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.url, database.user, database.password)
                .schemas("ledger")
                .defaultSchema("ledger")
                .load()
                .migrate();
    }

    private static void execute(TestPostgres server, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Unpooled connections. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
