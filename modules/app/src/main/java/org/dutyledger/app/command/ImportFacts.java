package org.dutyledger.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dutyledger.intake.FileImport;
import org.dutyledger.intake.FileImport.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code dutyledger import}: the facts of files into a running service. */
@Command(
        name = "import",
        description = {
            "Sends the facts of JSON-lines files to a running service.",
            "A file sent again changes nothing. Exit status 1 if a fact was not accepted."
        })
final class ImportFacts implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON lines, a fact a line.")
    private List<Path> files;

    @Mixin private Service service;
    @Mixin private Output output;
    @Spec private CommandSpec spec;

    ImportFacts() {}

    @Override
    public Integer call() throws InterruptedException {
        var table = new Table("FILE", "FACTS", "RECORDED", "DUPLICATE", "CONFLICT", "REJECTED");
        ArrayNode all = new JsonMapper().createArrayNode();
        boolean everything = true;
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            for (Path file : files) {
                Summary summary = run(client, service.server(), file);
                table.row(
                        file.toString(),
                        Long.toString(summary.facts()),
                        Long.toString(summary.recorded()),
                        Long.toString(summary.duplicate()),
                        Long.toString(summary.conflict()),
                        Long.toString(summary.rejected()));
                all.addObject()
                        .put("file", file.toString())
                        .put("facts", summary.facts())
                        .put("recorded", summary.recorded())
                        .put("duplicate", summary.duplicate())
                        .put("conflict", summary.conflict())
                        .put("rejected", summary.rejected());
                everything &= summary.conflict() + summary.rejected() == 0;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output.table()) {
            table.print(out);
        } else {
            Answer.print(out, all);
        }
        return everything ? ExitStatus.DONE : ExitStatus.ANSWER_IS_NO;
    }

    private Summary run(HttpClient client, URI server, Path file) throws InterruptedException {
        if (!Files.isReadable(file)) {
            throw CommandFailure.badInput("no such file: " + file);
        }
        var progress = new Progress(file, spec.commandLine().getErr());
        try {
            return new FileImport(client, server, new JsonMapper()).run(file, progress);
        } catch (FileImport.RefusedByServerException e) {
            throw CommandFailure.badInput("%s: %s".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw CommandFailure.outOfReach(
                    "%s: no Dutyledger answers at %s; what was sent before counts, the same command goes on"
                            .formatted(file, server));
        } finally {
            progress.end();
        }
    }

    /** A bar on a terminal, and a line for each fact that was not accepted. */
    private static final class Progress implements FileImport.Listener {

        private static final int WIDTH = 40;

        private final Path file;
        private final PrintWriter err;
        private final boolean bar;
        private final long size;

        Progress(Path file, PrintWriter err) {
            this.file = file;
            this.err = err;
            this.bar = Output.terminal();
            this.size = file.toFile().length();
        }

        @Override
        public void progress(long bytes, long facts) {
            if (bar) {
                int done = size == 0 ? WIDTH : (int) (WIDTH * bytes / size);
                err.printf(
                        "\r%s [%s%s] %,d facts",
                        file.getFileName(), "#".repeat(done), " ".repeat(WIDTH - done), facts);
                err.flush();
            }
        }

        @Override
        public void refused(FileImport.Refused refused) {
            String reasons =
                    refused.reasons().stream()
                            .map(r ->
                                    "%s %s, found %s, expected %s"
                                            .formatted(
                                                    r.pointer(), r.rule(), r.found(), r.expected())
                                            .strip())
                            .collect(Collectors.joining("; "));
            err.printf(
                    "%s%s line %d, fact %s: %s%s%n",
                    bar ? "\r" : "",
                    file,
                    refused.line(),
                    refused.id(),
                    refused.verdict().text(),
                    reasons.isEmpty() ? "" : ": " + reasons);
        }

        void end() {
            if (bar) {
                err.println();
            }
            err.flush();
        }
    }
}
