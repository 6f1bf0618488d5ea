package org.dutyledger.app.service;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a PostgreSQL that could lose what it confirmed: a record that forgets after a power cut
 * is none. Checked once, before anything is recorded.
 */
final class DurableStore implements InitializingBean {

    private static final Map<String, String> LOSING =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

    private final JdbcClient database;

    DurableStore(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public void afterPropertiesSet() {
        LOSING.keySet().stream().sorted().forEach(this::check);
    }

    private void check(String setting) {
        String value =
                database.sql("SELECT current_setting(?)")
                        .param(setting)
                        .query(String.class)
                        .single();
        if (value.equals(LOSING.get(setting))) {
            throw StartRefused.because(
                    "PostgreSQL runs with %s = off and could lose what it confirmed: set it to on (or, for a test only, dutyledger.postgres.require-durable=false)"
                            .formatted(setting));
        }
    }
}
