package org.dutyledger.liability.trial;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.codec.FactReader;
import org.dutyledger.contract.codec.Reading;
import org.dutyledger.contract.codec.Reason;
import org.dutyledger.liability.Assessor;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.SourcedFact;
import org.dutyledger.liability.law.InvalidLawException;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.PolicyReader;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases held against a rulebook. */
public final class Trial {

    private static final int REFUSED = 3;
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Rulebook rulebook;
    private final TrialCase given;

    private Trial(Rulebook rulebook, TrialCase given) {
        this.rulebook = rulebook;
        this.given = given;
    }

    /**
     * What one expected answer came to.
     *
     * @param name {@code CASE/RULEBOOK@ASOF}
     * @param differences what the answer lacks of what was expected; empty: it passed
     */
    public record Outcome(String name, List<String> differences) {
        /** Whether the answer is as expected. */
        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** Holds all expected answers of a rulebook against what the engine says. */
    public static List<Outcome> run(Rulebook rulebook, List<TrialCase> cases) {
        List<Outcome> outcomes = new ArrayList<>();
        for (TrialCase each : cases) {
            Trial trial = new Trial(rulebook, each);
            each.expected(rulebook.id())
                    .forEach((file, expected) ->
                            outcomes.add(
                                    new Outcome(
                                            each.name() + "/" + file,
                                            trial.differences(file, expected))));
        }
        return outcomes;
    }

    private List<String> differences(String file, String expected) {
        JsonNode want;
        try {
            want = EXACT.readTree(expected);
        } catch (JacksonException e) {
            return List.of("the expected answer is not JSON: " + e.getOriginalMessage());
        }
        try {
            return differences(file, want, PolicyReader.read(given.policy(), List.of(rulebook)));
        } catch (InvalidLawException e) {
            return want.path("$exit").asInt(0) == REFUSED
                    ? List.of()
                    : e.problems().stream().map(it -> "policy.yaml " + it).toList();
        }
    }

    private List<String> differences(String file, JsonNode want, Policy policy) {
        if (want.has("$exit")) {
            return List.of("/$exit: expected " + want.get("$exit") + ", found an answer");
        }
        List<SourcedFact> facts = new ArrayList<>();
        List<String> refused = facts(facts);
        String[] stamps = file.substring(file.indexOf('@') + 1).split("~", -1);
        Instant asOf = instant(stamps[0]);
        Instant knownAt = stamps.length == 2 ? instant(stamps[1]) : null;
        if (asOf == null || stamps.length > 2 || (stamps.length == 2 && knownAt == null)) {
            return List.of(
                    "expected a file name %s@20261124T000000Z.json".formatted(rulebook.id()));
        }
        byte[] answer = AnswerWriter.bytes(answers(policy, Cut.firsts(facts), asOf, knownAt));
        JsonNode got = EXACT.readTree(answer);
        List<String> differences =
                new ArrayList<>(
                        want.has("$whole")
                                ? ExpectedPart.whole(want.get("$whole"), got)
                                : ExpectedPart.differences(want, got));
        if (!differences.isEmpty()) {
            differences.addAll(refused);
        }
        return differences;
    }

    private List<Assessment> answers(
            Policy policy, List<Fact> facts, Instant asOf, @Nullable Instant knownAt) {
        return Cut.models(facts, asOf, knownAt).stream()
                .map(model -> Assessor.assess(rulebook, policy, facts, model, asOf, knownAt))
                .toList();
    }

    /** Reads the facts; says which took no part, as that may be why an answer differs. */
    private List<String> facts(List<SourcedFact> facts) {
        FactReader reader = new FactReader();
        List<String> refused = new ArrayList<>();
        int number = 0;
        for (String line : given.facts().split("\n", -1)) {
            number++;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (line.isBlank()) {
                continue;
            }
            switch (reader.readRecorded(bytes)) {
                case Reading.Read read -> facts.add(new SourcedFact(read.fact(), bytes));
                case Reading.Refused no -> {
                    for (Reason why : no.reasons()) {
                        refused.add(
                                "%s line %d takes no part: %s %s, found %s, expected %s"
                                        .formatted(
                                                TrialCase.FACTS,
                                                number,
                                                why.pointer(),
                                                why.rule(),
                                                why.found(),
                                                why.expected()));
                    }
                }
            }
        }
        return refused;
    }

    /** {@code 20270410T000000Z}; null: it is none. */
    private static @Nullable Instant instant(String stamp) {
        try {
            return Instant.parse(
                    stamp.replaceFirst(
                            "^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z$",
                            "$1-$2-$3T$4:$5:$6Z"));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
