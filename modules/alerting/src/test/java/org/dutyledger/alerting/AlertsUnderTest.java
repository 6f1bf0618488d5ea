package org.dutyledger.alerting;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dutyledger.alerting.alert.AlertKey;
import org.dutyledger.alerting.alert.Condition;
import org.dutyledger.alerting.alert.Kind;
import org.dutyledger.alerting.delivery.Composer;
import org.dutyledger.alerting.delivery.Dispatcher;
import org.dutyledger.alerting.delivery.Told;
import org.dutyledger.alerting.route.Routes;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.FactData.Severity;
import org.dutyledger.embedded.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Alerts of one instance on a database that others may share, fed by hand. */
final class AlertsUnderTest implements AutoCloseable {

    final MovableClock clock;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final AlertRows rows;
    final AlertWriter writer;
    final Alerts alerts;
    final AlertCommands commands;
    final AlertClock alertClock;
    final Dispatcher dispatcher;

    AlertsUnderTest(TestDatabase database, MovableClock clock, Routes routes, Duration patience) {
        DataSource source = database.dataSource();
        this.clock = clock;
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        rows = new AlertRows(jdbc);
        writer = new AlertWriter(rows, routes);
        Composer composer =
                all -> all.stream().map(each -> Told.of(each, null, "http://d/x?a=1&b=2")).toList();
        alerts = new Alerts(jdbc, composer, clock);
        dispatcher =
                new Dispatcher(
                        jdbc,
                        transaction,
                        clock,
                        routes,
                        composer,
                        new SimpleMeterRegistry(),
                        patience);
        alertClock =
                new AlertClock(
                        clock,
                        transaction,
                        rows,
                        new RecordSurroundings(jdbc),
                        writer,
                        null,
                        dispatcher::wake);
        commands = new AlertCommands(jdbc, transaction, clock, writer, dispatcher::wake);
    }

    static AlertKey key(int number) {
        return new AlertKey("acme/m" + number % 100, "cn-product", "CN-1", "R-" + number);
    }

    static Condition breach(Severity severity) {
        return condition(Kind.BREACHED, severity);
    }

    static Condition condition(Kind kind, Severity severity) {
        Instant due = Instant.parse("2026-08-03T00:00:00Z");
        return new Condition(
                kind,
                "remediate",
                Status.POLICY_BREACH,
                severity,
                "Wrong <b>dose</b>",
                due,
                due,
                List.of(),
                List.of(),
                null);
    }

    /** The record says so of one alert. */
    void say(int number, @Nullable Condition condition) {
        Map<AlertKey, @Nullable Condition> one = new LinkedHashMap<>();
        one.put(key(number), condition);
        say(one);
    }

    void say(Map<AlertKey, @Nullable Condition> conditions) {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            writer.conditions(conditions, clock.instant());
        });
        dispatcher.wake();
    }

    @Override
    public void close() {
        dispatcher.stop();
    }

    /** A clock that is set, and stands. */
    static final class MovableClock extends Clock {
        private volatile @Nullable Instant fixed;

        static MovableClock running() {
            return new MovableClock();
        }

        void set(String instant) {
            fixed = Instant.parse(instant);
        }

        void forward(Duration by) {
            fixed = instant().plus(by);
        }

        @Override
        public Instant instant() {
            Instant set = fixed;
            return set == null ? Instant.now() : set;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
