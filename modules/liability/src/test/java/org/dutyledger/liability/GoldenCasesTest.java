package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Rulebooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every hand-computed case of {@code cases/}: facts and policy in, the decisive part out. */
class GoldenCasesTest {

    /** One expected answer: {@code RULEBOOK@ASOF[~KNOWNAT].json} beside the case's facts. */
    record Expected(Path file) {
        @Override
        public String toString() {
            return file.getParent().getParent().getFileName() + "/" + file.getFileName();
        }
    }

    static List<Expected> expected() throws IOException, URISyntaxException {
        Path cases = Path.of(GoldenCasesTest.class.getResource("/cases").toURI());
        try (Stream<Path> files = Files.walk(cases)) {
            return files.filter(it -> it.getParent().endsWith("expected"))
                    .sorted()
                    .map(Expected::new)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void givesWhatWasComputedByHand(Expected expected) throws IOException {
        Path folder = Objects.requireNonNull(expected.file().getParent()).getParent();
        String[] at = expected.file().getFileName().toString().split("[@~.]");
        Rulebook rulebook = Rulebooks.load(at[0]);
        Policy policy =
                PolicyReader.read(Files.readString(folder.resolve("policy.yaml")), Rulebooks.all());
        Instant asOf = instant(at[1]);
        Instant knownAt = at.length == 4 ? instant(at[2]) : null;
        List<Fact> facts = facts(folder.resolve("facts.jsonl"));

        List<Assessment> answers =
                Cut.models(facts, asOf, knownAt).stream()
                        .map(it -> Assessor.assess(rulebook, policy, facts, it, asOf, knownAt))
                        .toList();

        JsonMapper mapper = JsonMapper.shared();
        JsonNode got = mapper.readTree(AnswerWriter.bytes(answers));
        JsonNode want = mapper.readTree(Files.readString(expected.file()));
        assertThat(ExpectedPart.differences(want, got)).isEmpty();
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
