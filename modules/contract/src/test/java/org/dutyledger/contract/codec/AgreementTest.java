package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** The fast pass and the published schemas accept and refuse the same; neither ever throws. */
class AgreementTest {

    private static final int MUTANTS_OF_A_FACT = 20;

    private final FactReader reader = new FactReader();

    @Test
    void schemasAcceptEverySample() {
        assertThat(Samples.all()).allSatisfy(line -> assertThat(bySchema(line)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101, 0xC0FFEE})
    void mutatedFacts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Mutation mutation = new Mutation(random);
        int refused = 0;
        int accepted = 0;
        List<String> lines = new ArrayList<>(Samples.golden());
        // the only facts with every field: mutated more often
        for (int i = 0; i < 10; i++) {
            lines.addAll(Samples.full());
        }
        for (String line : lines) {
            for (int i = 0; i < MUTANTS_OF_A_FACT; i++) {
                byte[] mutant = mutation.of(line);
                Reading reading = reader.readRecorded(mutant);
                boolean fast = reading instanceof Reading.Read;
                assertThat(fast)
                        .as("seed %d: %s", seed, new String(mutant, StandardCharsets.UTF_8))
                        .isEqualTo(bySchema(mutant).isEmpty());
                accepted += fast ? 1 : 0;
                refused += fast ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(500);
        assertThat(accepted).isGreaterThan(500);
    }

    private static List<Reason> bySchema(String line) {
        return bySchema(Samples.bytes(line));
    }

    private static List<Reason> bySchema(byte[] event) {
        if (!Utf8.isWellFormed(event)) {
            return List.of(new Reason("", Reason.UTF_8, "", ""));
        }
        try {
            return Refusals.all(Tree.of(event), true);
        } catch (JacksonException e) {
            return List.of(Unreadable.reason(e));
        } catch (Refusal e) {
            return List.of(e.reason());
        }
    }
}
