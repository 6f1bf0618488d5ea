package org.dutyledger.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dutyledger.app.service.RunningService;
import org.dutyledger.bench.SyntheticFacts.Sent;

/**
 * The whole walk: a full Kafka topic, then the service as a user runs it, until every fact is
 * durable and judged. Timed between two looks at the stored offsets, so that the service's start
 * and the joining of its consumer group do not count.
 */
final class Walk {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Servers servers;
    private final Path work;
    private final int poll;

    Walk(Servers servers, Path work, int poll) {
        this.servers = servers;
        this.work = work;
        this.poll = poll;
    }

    /** Facts a second into an empty record, after checking that each is recorded once. */
    double measure(List<Sent> facts) throws Exception {
        String run = nextRun();
        servers.createDatabase(run);
        return measureAndDrop(run, run, facts, 0);
    }

    /** The same into a copy of a prepared record that holds {@code before} facts. */
    double measureInto(String prepared, int before, List<Sent> facts) throws Exception {
        String run = nextRun();
        servers.copyDatabase(prepared, run);
        return measureAndDrop(run, prepared, facts, before);
    }

    /** A record with these facts in it, to be measured into; returns its name. */
    String prepare(List<Sent> facts) throws Exception {
        String run = nextRun();
        servers.createDatabase(run);
        measure(run, run, facts, 0);
        return run;
    }

    private static String nextRun() {
        return "walk_" + ProcessHandle.current().pid() + "_" + RUNS.incrementAndGet();
    }

    private double measureAndDrop(String run, String key, List<Sent> facts, int before)
            throws Exception {
        try {
            return measure(run, key, facts, before);
        } finally {
            servers.dropDatabase(run);
        }
    }

    private double measure(String run, String key, List<Sent> facts, int before) throws Exception {
        servers.kafka().createTopics(4, List.of(run));
        produce(run, facts);
        DataSource database = servers.database(run);
        Progress progress = new Progress(database, run, facts.size());
        Thread watching = Thread.ofPlatform().name("watch-offsets").start(progress);
        try (RunningService _ = RunningService.start(settings(run, key))) {
            watching.join();
            double rate = progress.rate();
            check(database, before + facts.size());
            return rate;
        } finally {
            progress.stop();
        }
    }

    private Map<String, Object> settings(String run, String key) {
        return Map.ofEntries(
                Map.entry("dutyledger.data", work.resolve(run)),
                Map.entry("dutyledger.postgres.url", servers.postgres().url(run)),
                Map.entry("dutyledger.postgres.username", "postgres"),
                Map.entry("dutyledger.postgres.password", servers.postgres().password()),
                Map.entry("dutyledger.kafka.bootstrap-servers", servers.kafka().bootstrapServers()),
                Map.entry("dutyledger.intake.topics.facts", run),
                Map.entry("dutyledger.intake.group-id", run),
                Map.entry("dutyledger.intake.topics.findings", run + "-findings"),
                Map.entry("dutyledger.intake.poll-size", poll),
                Map.entry("dutyledger.ledger.key-file", work.resolve(key + ".key")),
                Map.entry("server.port", 0));
    }

    private void produce(String topic, List<Sent> facts)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers.kafka().bootstrapServers(),
                        "acks",
                        "all",
                        // a topic this young may not have its leaders yet: keep the order on a
                        // retry
                        "max.in.flight.requests.per.connection",
                        1,
                        "batch.size",
                        131_072,
                        "linger.ms",
                        5);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(facts.size());
            for (Sent fact : facts) {
                sent.add(producer.send(new ProducerRecord<>(topic, fact.model(), fact.json())));
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private static void check(DataSource database, int facts) throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r =
                        s.executeQuery(
                                "select count(*), count(distinct (source, id)) from ledger.event"
                                        + " where source is not null")) {
            r.next();
            if (r.getLong(1) != facts || r.getLong(2) != facts) {
                throw new IllegalStateException(
                        "%d facts sent, %d recorded, %d of them distinct"
                                .formatted(facts, r.getLong(1), r.getLong(2)));
            }
        }
    }

    /** Looks at the stored offsets until all facts are in. */
    private static final class Progress implements Runnable {

        private final DataSource database;
        private final String topic;
        private final int facts;
        private volatile boolean stopped;
        private long first;
        private long firstNanos;
        private long lastNanos;

        Progress(DataSource database, String topic, int facts) {
            this.database = database;
            this.topic = topic;
            this.facts = facts;
        }

        @Override
        public void run() {
            long until = System.nanoTime() + PATIENCE.toNanos();
            try (Connection c = database.getConnection();
                    Statement s = c.createStatement()) {
                while (!stopped && System.nanoTime() < until && look(s) < facts) {
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private long look(Statement s) throws SQLException {
            long now = System.nanoTime();
            long done = done(s);
            if (done > 0 && first == 0) {
                first = done;
                firstNanos = now;
            }
            lastNanos = now;
            return done;
        }

        private long done(Statement s) throws SQLException {
            try (ResultSet exists =
                    s.executeQuery("select to_regclass('ledger.intake_offset') is not null")) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet r =
                    s.executeQuery(
                            "select coalesce(sum(next_offset), 0) from ledger.intake_offset"
                                    + " where topic = '"
                                    + topic
                                    + "'")) {
                r.next();
                return r.getLong(1);
            }
        }

        double rate() {
            if (first == 0) {
                throw new IllegalStateException("no fact was recorded within " + PATIENCE);
            }
            return (facts - first) * 1e9 / (lastNanos - firstNanos);
        }

        void stop() {
            stopped = true;
        }
    }
}
