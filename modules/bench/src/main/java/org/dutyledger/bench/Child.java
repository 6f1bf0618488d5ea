package org.dutyledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own, measured from outside: how soon it serves, how much memory it holds. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Process process;
    private final Path log;
    private final long startedNanos;

    private Child(Process process, Path log, long startedNanos) {
        this.process = process;
        this.log = log;
        this.startedNanos = startedNanos;
    }

    static Child start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long now = System.nanoTime();
        return new Child(builder.start(), log, now);
    }

    /** A class of this program in a JVM of its own, with this one's class path. */
    static List<String> java(Class<?> main, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Seconds from its start until its log says so. */
    double untilSaid(String line) throws IOException, InterruptedException {
        return until(() -> Files.exists(log) && Files.readString(log).contains(line));
    }

    /** Seconds from its start until the page answers with 200. */
    double untilAnswered(URI page) throws IOException, InterruptedException {
        return until(() -> answers(page));
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private double until(Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended; its log: " + Files.readString(log));
            }
            if (System.nanoTime() - startedNanos > PATIENCE.toNanos()) {
                throw new IllegalStateException("not ready; its log: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private static boolean answers(URI page) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(2)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Resident memory of it, of all that it started and of the PostgreSQL that left it to run on
     * its own, shared pages counted once, in MiB.
     */
    double residentMebibytes(Path data) throws IOException {
        return mebibytes(Stream.concat(tree(process.toHandle()), postgres(data)));
    }

    /** The same of PostgreSQL alone. */
    double postgresMebibytes(Path data) throws IOException {
        return mebibytes(postgres(data));
    }

    private static double mebibytes(Stream<ProcessHandle> processes) {
        return processes
                        .map(ProcessHandle::pid)
                        .distinct()
                        .mapToLong(Child::proportionalKibibytes)
                        .sum()
                / 1024.0;
    }

    private static Stream<ProcessHandle> postgres(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data, 3)) {
            return files
                    .filter(file -> file.endsWith("postmaster.pid"))
                    .flatMap(file -> ProcessHandle.of(firstLine(file)).stream())
                    .flatMap(Child::tree)
                    .toList()
                    .stream();
        }
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static long firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long proportionalKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("memory of process " + pid + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly().onExit().join();
        }
    }
}
