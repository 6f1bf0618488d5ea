package org.dutyledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code dutyledger bench}: the product beside its limits and peers, as ratios with their spread.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the product beside raw limits and peers, alternately in one run. A ratio is"
                        + " the claim, never a rate.",
        footer =
                "Exit status: 0 every floor holds (or the machine was unsteady), 1 a floor does not.")
final class Bench implements Callable<Integer> {

    /** What can be measured. */
    enum Group {
        INGEST,
        ENGINE,
        MEMORY,
        START,
        ALL
    }

    @Parameters(
            arity = "0..1",
            defaultValue = "ALL",
            description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Group group = Group.ALL;

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
    private Path work = Path.of("bench/work");

    @Option(
            names = "--launcher",
            defaultValue = "./dutyledger",
            description = "What starts the service (default ${DEFAULT-VALUE}).")
    private Path launcher = Path.of("./dutyledger");

    public static void main(String[] args) {
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Report report =
                new Report(System.out, format.equals("json"), Path.of("bench", "results.jsonl"));
        if (group == Group.INGEST || group == Group.ALL) {
            try (Servers servers = Servers.start(work)) {
                Ingest ingest = new Ingest(servers, work, facts, runs, this::say);
                report.print(ingest.by500());
                report.print(ingest.by5000BesideInsert());
                report.print(ingest.by5000BesideCopy());
                report.print(ingest.intoBigDossier(big));
            }
        }
        if (group == Group.ENGINE || group == Group.ALL) {
            report.print(new Engine(law(), big, runs, this::say).flat());
        }
        WholeService service = new WholeService(launcher.toAbsolutePath(), work.resolve("parts"));
        if (group == Group.START || group == Group.ALL) {
            report.print(service.secondStart(runs, this::say));
        }
        if (group == Group.MEMORY || group == Group.ALL) {
            report.print(service.idleMemory(runs, this::say));
        }
        return report.floorsHold() ? 0 : 1;
    }

    private static LawInForce law() throws IOException {
        Rulebook rulebook = Rulebooks.load("cn-product");
        try (InputStream policy = Bench.class.getResourceAsStream("policy.yaml")) {
            String yaml =
                    new String(
                            Objects.requireNonNull(policy).readAllBytes(), StandardCharsets.UTF_8);
            return new LawInForce(rulebook, PolicyReader.read(yaml, List.of(rulebook)));
        }
    }

    private void say(String step) {
        System.err.println("bench: " + step);
    }
}
