package org.dutyledger.liability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;

/**
 * A hand-computed case of {@code cases/} under one rulebook: a folder's facts and policy, and one
 * of its expected answers {@code RULEBOOK@ASOF[~KNOWNAT].json}.
 */
public record GoldenCase(
        String name,
        Rulebook rulebook,
        Policy policy,
        List<Fact> facts,
        Instant asOf,
        Instant knownAt,
        String expected) {

    /** All of them. */
    public static List<GoldenCase> all() {
        try (Stream<Path> files =
                Files.walk(Path.of(GoldenCase.class.getResource("/cases").toURI()))) {
            return files.filter(it -> it.getParent().endsWith("expected"))
                    .sorted()
                    .map(GoldenCase::read)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first whose name begins so. */
    public static GoldenCase named(String name) {
        return all().stream().filter(it -> it.name.startsWith(name)).findFirst().orElseThrow();
    }

    /** What the engine says, model by model. */
    public List<Assessment> answers() {
        return Cut.models(facts, asOf, knownAt).stream()
                .map(it -> Assessor.assess(rulebook, policy, facts, it, asOf, knownAt))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static GoldenCase read(Path expected) {
        try {
            Path folder = expected.getParent().getParent();
            String[] at = expected.getFileName().toString().split("[@~.]");
            String policy = Files.readString(folder.resolve("policy.yaml"));
            return new GoldenCase(
                    folder.getFileName() + "/" + expected.getFileName(),
                    Rulebooks.load(at[0]),
                    PolicyReader.read(policy, Rulebooks.all()),
                    facts(folder.resolve("facts.jsonl")),
                    instant(at[1]),
                    at.length == 4 ? instant(at[2]) : null,
                    Files.readString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Fact> facts(Path file) throws IOException {
        List<SourcedFact> facts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (new FactReader().readRecorded(bytes) instanceof Reading.Read read) {
                facts.add(new SourcedFact(read.fact(), bytes));
            }
        }
        return Cut.firsts(facts);
    }

    private static Instant instant(String stamp) {
        return Instant.parse(
                stamp.replaceFirst(
                        "(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z",
                        "$1-$2-$3T$4:$5:$6Z"));
    }
}
