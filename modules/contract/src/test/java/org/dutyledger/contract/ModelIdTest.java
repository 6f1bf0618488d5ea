package org.dutyledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelIdTest {

    @Test
    void aModelStandsWhereItsWrittenFormDoes() {
        List<String> parts = List.of("a", "a-b", "a.b", "a0", "ab", "b", "a-", "A");
        List<ModelId> models =
                parts.stream()
                        .flatMap(provider -> parts.stream().map(m -> new ModelId(provider, m)))
                        .toList();

        for (ModelId one : models) {
            for (ModelId other : models) {
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s beside %s", one, other)
                        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
            }
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Stream.of("acme/model-1", "a.b/c-d")
                .forEach(text -> assertThat(ModelId.parse(text)).hasToString(text));
    }
}
