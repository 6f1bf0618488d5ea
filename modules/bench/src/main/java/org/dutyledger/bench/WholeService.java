package org.dutyledger.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dutyledger.bench.SyntheticFacts.Sent;

/**
 * Rows 6b and 6c: the embedded service as a user starts it, beside its parts, each in a process of
 * its own. Every part keeps its data between starts, so that second starts are compared.
 */
final class WholeService {

    private static final Goal IDLE_MEMORY = new Goal("6b", 2, 1.5, false);
    private static final Goal SECOND_START = new Goal("6c", 4, 2, false);

    /** How long a started process is left alone before its memory is read. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final List<String> PART = List.of("-Xmx1g");

    private final Path launcher;
    private final Path work;

    WholeService(Path launcher, Path work) {
        this.launcher = launcher;
        this.work = work;
    }

    Report.Row secondStart(int pairs, Pair.Progress progress) throws Exception {
        firstStarts();
        Pair pair =
                new Pair(
                        "slowest part alone",
                        () -> Math.max(Math.max(postgresStart(), kafkaStart()), bootStart()),
                        "dutyledger serve",
                        this::serveStart);
        return row(SECOND_START, "second start to first page", "s", pair, pairs, progress);
    }

    Report.Row idleMemory(int pairs, Pair.Progress progress) throws Exception {
        firstStarts();
        Pair pair =
                new Pair(
                        "bare broker + PostgreSQL",
                        () -> kafkaMemory() + postgresMemory(),
                        "dutyledger serve",
                        this::serveMemory);
        return row(IDLE_MEMORY, "memory of the idle service", "MiB", pair, pairs, progress);
    }

    private static Report.Row row(
            Goal goal, String title, String unit, Pair pair, int pairs, Pair.Progress progress)
            throws Exception {
        List<Sent> few = SyntheticFacts.list(20_000, 7, 1_000, "");
        Machine before = Machine.now(few);
        Pair.Outcome outcome = pair.run(pairs, progress);
        Machine after = Machine.now(few);
        String setting =
                "JDK "
                        + Runtime.version().feature()
                        + "   "
                        + Runtime.getRuntime().availableProcessors()
                        + " cores";
        return new Report.Row(
                goal,
                title,
                setting,
                unit,
                outcome,
                "answered 200",
                before.steadyUntil(after),
                before.changedTo(after),
                "",
                List.of());
    }

    /** Creates every data directory and the service's cache of loaded classes. */
    private void firstStarts() throws Exception {
        Files.createDirectories(work);
        postgresStart();
        kafkaStart();
        serveStart();
        serveStart();
    }

    private double postgresStart() throws Exception {
        try (Child child = part("postgres", work.resolve("postgres").toString())) {
            return child.untilSaid("ready");
        }
    }

    private double kafkaStart() throws Exception {
        try (Child child = part("kafka", work.resolve("kafka").toString())) {
            return child.untilSaid("ready");
        }
    }

    private double bootStart() throws Exception {
        int port = freePort();
        try (Child child = part("boot", String.valueOf(port))) {
            return child.untilAnswered(URI.create("http://127.0.0.1:" + port + "/hello"));
        }
    }

    private double serveStart() throws Exception {
        int port = freePort();
        try (Child child = serve(port)) {
            return child.untilAnswered(page(port));
        }
    }

    private double kafkaMemory() throws Exception {
        Path data = work.resolve("kafka");
        try (Child child = part("kafka", data.toString())) {
            child.untilSaid("ready");
            return settled(child, data);
        }
    }

    private double postgresMemory() throws Exception {
        Path data = work.resolve("postgres");
        try (Child child = part("postgres", data.toString())) {
            child.untilSaid("ready");
            TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
            return child.postgresMebibytes(data);
        }
    }

    private double serveMemory() throws Exception {
        int port = freePort();
        try (Child child = serve(port)) {
            child.untilAnswered(page(port));
            return settled(child, work.resolve("service"));
        }
    }

    private static double settled(Child child, Path data) throws Exception {
        TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        return child.residentMebibytes(data);
    }

    private static URI page(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/models");
    }

    private Child part(String name, String argument) throws IOException {
        return Child.start(
                Child.java(BarePart.class, PART, name, argument),
                Map.of(),
                work.resolve(name + ".log"));
    }

    private Child serve(int port) throws IOException {
        return Child.start(
                List.of(launcher.toString(), "serve", "--port", String.valueOf(port)),
                Map.of("DUTYLEDGER_DATA", work.resolve("service").toString()),
                work.resolve("serve.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
