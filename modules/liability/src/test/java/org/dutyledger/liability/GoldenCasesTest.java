package org.dutyledger.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.answer.AnswerWriter;
import org.dutyledger.liability.answer.Assessment;
import org.dutyledger.liability.trial.ExpectedPart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every hand-computed case: facts and policy in, the decisive part of the answer out. */
class GoldenCasesTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatWasComputedByHand(GoldenCase golden) {
        JsonMapper mapper = JsonMapper.shared();
        JsonNode got = mapper.readTree(AnswerWriter.bytes(golden.answers()));
        assertThat(ExpectedPart.differences(mapper.readTree(golden.expected()), got)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfArrivalMeansNothing(GoldenCase golden) {
        List<Fact> shuffled = new ArrayList<>(golden.facts());
        Collections.shuffle(shuffled, new Random(20261124));
        GoldenCase other =
                new GoldenCase(
                        golden.name(),
                        golden.rulebook(),
                        golden.policy(),
                        shuffled,
                        golden.asOf(),
                        golden.knownAt(),
                        golden.expected());
        assertThat(AnswerWriter.bytes(other.answers()))
                .isEqualTo(AnswerWriter.bytes(golden.answers()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePrintedKnownAtGivesTheSameAnswerAgain(GoldenCase golden) {
        for (Assessment answer : golden.answers()) {
            Assessment again =
                    Assessor.assess(
                            golden.rulebook(),
                            golden.policy(),
                            golden.facts(),
                            answer.model(),
                            answer.asOf(),
                            answer.knownAt());
            assertThat(AnswerWriter.bytes(again)).isEqualTo(AnswerWriter.bytes(answer));
        }
    }
}
