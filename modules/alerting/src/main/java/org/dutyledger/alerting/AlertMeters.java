package org.dutyledger.alerting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** How alerts and their messages stand. */
final class AlertMeters {

    private static final String FIRING = "SELECT count(*) FROM ledger.alert WHERE state = 'FIRING'";
    private static final String DEAD =
            "SELECT count(*) FROM ledger.alert_message WHERE state = 'dead'";
    private static final String OLDEST =
            """
            SELECT coalesce(extract(epoch FROM now() - least(
                (SELECT min(since) FROM ledger.alert_notice WHERE pending),
                (SELECT min(created) FROM ledger.alert_message WHERE due IS NOT NULL))), 0)
            """;

    private final JdbcTemplate jdbc;

    AlertMeters(MeterRegistry registry, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        Gauge.builder("dutyledger.alerts.firing", () -> ask(FIRING))
                .description("Alerts that nobody acknowledged, silenced or settled")
                .register(registry);
        Gauge.builder("dutyledger.alert.messages.dead", () -> ask(DEAD))
                .description("Messages that were given up")
                .register(registry);
        Gauge.builder("dutyledger.alert.untold", () -> ask(OLDEST))
                .baseUnit("seconds")
                .description("How long the oldest thing that a receiver must be told waits")
                .register(registry);
    }

    private double ask(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Number.class)).doubleValue();
    }
}
