package org.dutyledger.views;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dutyledger.embedded.TestDatabase;
import org.dutyledger.ledger.RecordEntry;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The views on a database of their own, fed by hand. */
final class ViewsUnderTest {

    static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");

    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final WrittenRecord record = new WrittenRecord();
    private final Findings findings;
    private ViewWriter writer;
    final JdbcClient jdbc;
    final Models models;
    final Duties duties;
    final Risks risks;
    final Exposures exposures;
    final Deadlines deadlines;

    ViewsUnderTest() {
        DataSource database = database();
        template = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        ViewsConfiguration configuration = new ViewsConfiguration();
        jdbc = JdbcClient.create(database);
        ViewPosition position =
                new ViewPosition(jdbc, Clock.fixed(NOW, ZoneOffset.UTC), () -> null);
        findings = configuration.findings(record);
        writer = writer("cn-product", "cn-service", "eu", "us-frontier", "xx-former");
        exposures = configuration.exposures(jdbc, findings, position);
        models = configuration.models(jdbc, exposures, position);
        duties = configuration.duties(jdbc, findings, position);
        risks = configuration.risks(jdbc, findings, position);
        deadlines = configuration.deadlines(jdbc, findings, position);
    }

    private static DataSource database() {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh().dataSource();
        database.setReWriteBatchedInserts(true);
        return database;
    }

    private ViewWriter writer(String... rulebooks) {
        return new ViewWriter(template, new ViewJson(), findings, Set.of(rulebooks));
    }

    /** As if started anew with these rulebooks. */
    void judgeOnly(String... rulebooks) {
        writer = writer(rulebooks);
        transaction.executeWithoutResult(status -> writer.clean());
    }

    void write(List<RecordEntry> batch) {
        batch.forEach(record::add);
        transaction.executeWithoutResult(status -> writer.write(batch));
    }

    void clear() {
        transaction.executeWithoutResult(status -> writer.clear());
    }

    /**
     * Every row of every view table but that which tells how far they are, in no matter which order
     * it was written.
     */
    Map<String, List<String>> everything() {
        Map<String, List<String>> rows = new TreeMap<>();
        List<String> tables =
                template.queryForList(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'ledger' AND table_name LIKE 'view\\_%'
                            AND table_name <> 'view_read'
                        """,
                        String.class);
        for (String table : tables) {
            rows.put(
                    table,
                    template.queryForList(
                            "SELECT t::text FROM ledger." + table + " t ORDER BY 1", String.class));
        }
        return rows;
    }
}
