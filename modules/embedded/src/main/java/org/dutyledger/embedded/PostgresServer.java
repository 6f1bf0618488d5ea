package org.dutyledger.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL under a data folder: its binaries in {@code bin/}, its data in {@code postgres/}, the
 * superuser's password in {@code postgres.password} and the port it keeps in {@code postgres.port}.
 *
 * <p>A server that an earlier, killed process left running is taken over, not fought. Closing stops
 * the server and keeps the data.
 */
public final class PostgresServer implements AutoCloseable {

    /** The one user and database of the embedded server. */
    public static final String USER = "postgres";

    /** The database that {@link #jdbcUrl()} names. */
    public static final String DATABASE = "dutyledger";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final int port;
    private final String password;

    private PostgresServer(EmbeddedPostgres server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts a server whose commits survive a crash of the machine. */
    public static PostgresServer start(Path data) {
        return start(data, DURABLE);
    }

    /** Starts a server that loses data in a crash: for tests alone. */
    public static PostgresServer startWithoutDurability(Path data) {
        return start(data, NOT_DURABLE);
    }

    private static PostgresServer start(Path data, Map<String, String> durability) {
        refuseRootWithoutNamespaces();
        try {
            Files.createDirectories(data);
            Path folder = data.resolve("postgres");
            String password = Secrets.readOrCreate(data.resolve("postgres.password"));
            int port = Ports.keep(data.resolve("postgres.port"), folder.resolve("postmaster.pid"));
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(data.resolve("bin").toFile())
                            .setPort(port)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(START_TIMEOUT)
                            .setConnectConfig("password", password);
            settings(durability).forEach(builder::setServerConfig);
            initdb(data.resolve("postgres.password")).forEach(builder::setLocaleConfig);
            var started = new PostgresServer(builder.start(), port, password);
            started.prepare(durability);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start under " + data, e);
        }
    }

    private static void refuseRootWithoutNamespaces() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new IllegalStateException(
                    "PostgreSQL refuses to run as root and this machine forbids user namespaces:"
                            + " start Dutyledger as a normal user, or name an outside PostgreSQL"
                            + " by spring.datasource.url");
        }
    }

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, String> NOT_DURABLE =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static Map<String, String> settings(Map<String, String> durability) {
        // The library starts the server with -F (no fsync); a later -c wins.
        var settings = new LinkedHashMap<>(durability);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "60");
        // Taken from the machine only as it is used.
        settings.put("shared_buffers", "512MB");
        settings.put("max_wal_size", "4GB");
        settings.put("min_wal_size", "512MB");
        // Statements here are short: compiling one takes longer than running it.
        settings.put("jit", "off");
        settings.put("idle_in_transaction_session_timeout", "60s");
        return settings;
    }

    /** Options of initdb; the library passes them behind its own {@code -A trust}, and they win. */
    private static Map<String, String> initdb(Path passwordFile) {
        return Map.of(
                "auth",
                "scram-sha-256",
                "pwfile",
                passwordFile.toAbsolutePath().toString(),
                "locale",
                "C");
    }

    private void prepare(Map<String, String> durability) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            for (var wanted : durability.entrySet()) {
                refuseOther(statement, wanted.getKey(), wanted.getValue());
            }
            try (ResultSet found =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL on port " + port + " does not answer", e);
        }
    }

    /** A server taken over from an earlier process could run with other settings. */
    private static void refuseOther(Statement statement, String setting, String wanted)
            throws SQLException {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
            shown.next();
            if (!wanted.equals(shown.getString(1))) {
                throw new IllegalStateException(
                        "PostgreSQL runs with %s=%s, not %s: stop that server first"
                                .formatted(setting, shown.getString(1), wanted));
            }
        }
    }

    /** Where the database is. */
    public String jdbcUrl() {
        return url(DATABASE);
    }

    /** Where another database of the same server is. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #USER}. */
    public String password() {
        return password;
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
