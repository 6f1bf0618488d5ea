package org.dutyledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code dutyledger bench}: the product beside its limits and peers, as ratios with their spread.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the product beside raw limits and peers, alternately in one run. A ratio"
                        + " is the claim, never a rate.",
        footer = "Exit status: 0 every floor holds, 1 a floor does not on a steady machine.")
final class Bench implements Callable<Integer> {

    private static final Set<String> WALK = Set.of("1a", "1b", "1c", "2d");

    private static final List<String> WHOLE =
            List.of("cn-service", "cn-product", "cn-reform", "eu", "us-frontier");

    /** Rows of the goals by what they measure. */
    private static final Map<String, List<String>> GROUPS =
            Map.of(
                    "ingest", List.of("1a", "1b", "1c", "2d"),
                    "engine", List.of("2a", "2b"),
                    "memory", List.of("6b"),
                    "start", List.of("6c"),
                    "all", List.of("1a", "1b", "1c", "2a", "2b", "2d", "6b", "6c"));

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            defaultValue = "all",
            description =
                    "ingest (rows 1a 1b 1c 2d of the goals), engine (2a 2b), memory (6b), start (6c), all,"
                            + " or rows by name (default ${DEFAULT-VALUE}).")
    private List<String> what = List.of("all");

    @Option(names = "--runs", defaultValue = "5", description = "Pairs (default ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--facts",
            defaultValue = "100000",
            description = "Facts a sample (default ${DEFAULT-VALUE}).")
    private int facts;

    @Option(
            names = "--big",
            defaultValue = "1000000",
            description = "Facts of the big dossier (default ${DEFAULT-VALUE}).")
    private int big;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text or json, one line a pair.")
    private String format = "text";

    @Option(
            names = "--work",
            defaultValue = "bench/work",
            description = "Where servers keep their data meanwhile (default ${DEFAULT-VALUE}).")
    private Path work = Path.of("bench", "work");

    @Option(
            names = "--launcher",
            defaultValue = "./dutyledger",
            description = "What starts the service (default ${DEFAULT-VALUE}).")
    private Path launcher = Path.of("dutyledger");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Set<String> rows = rows();
        Report report =
                new Report(System.out, format.equals("json"), Path.of("bench", "results.jsonl"));
        if (rows.stream().anyMatch(WALK::contains)) {
            try (Servers servers = Servers.start(work)) {
                ingest(rows, new Ingest(servers, work, facts, runs, Bench::say), report);
            }
        }
        if (rows.contains("2a")) {
            report.print(new Engine(List.of(law()), big, runs, Bench::say).flat());
        }
        if (rows.contains("2b")) {
            report.print(new Engine(laws(WHOLE), big, runs, Bench::say).besideReading());
        }
        WholeService service = new WholeService(launcher.toAbsolutePath(), work.resolve("parts"));
        if (rows.contains("6b")) {
            report.print(service.idleMemory(runs, Bench::say));
        }
        if (rows.contains("6c")) {
            report.print(service.secondStart(runs, Bench::say));
        }
        return report.floorsHold() ? 0 : 1;
    }

    private Set<String> rows() {
        List<String> known = GROUPS.getOrDefault("all", List.of());
        Set<String> rows = new TreeSet<>();
        for (String asked : what) {
            rows.addAll(GROUPS.getOrDefault(asked, List.of(asked)));
        }
        if (!known.containsAll(rows)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "cannot measure %s, expected some of %s, or %s"
                            .formatted(what, new TreeSet<>(GROUPS.keySet()), known));
        }
        return rows;
    }

    private void ingest(Set<String> rows, Ingest ingest, Report report) throws Exception {
        if (rows.contains("1a")) {
            report.print(ingest.by500());
        }
        if (rows.contains("1b")) {
            report.print(ingest.by5000BesideInsert());
            report.print(ingest.by5000BesideCopy());
        }
        if (rows.contains("1c")) {
            report.print(ingest.besideStockAxon(law()));
        }
        if (rows.contains("2d")) {
            report.print(ingest.intoBigDossier(big));
        }
    }

    private static LawInForce law() throws IOException {
        return laws(List.of("cn-product")).getFirst();
    }

    /** Rulebooks under one policy. */
    private static List<LawInForce> laws(List<String> names) throws IOException {
        List<Rulebook> rulebooks = names.stream().map(Rulebooks::load).toList();
        try (InputStream policy = Bench.class.getResourceAsStream("policy.yaml")) {
            String yaml =
                    new String(
                            Objects.requireNonNull(policy).readAllBytes(), StandardCharsets.UTF_8);
            Policy read = PolicyReader.read(yaml, rulebooks);
            return rulebooks.stream().map(it -> new LawInForce(it, read)).toList();
        }
    }

    private static void say(String step) {
        System.err.println("bench: " + step);
    }
}
