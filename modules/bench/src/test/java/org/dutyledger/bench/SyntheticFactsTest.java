package org.dutyledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.bench.SyntheticFacts.Sent;
import org.junit.jupiter.api.Test;

class SyntheticFactsTest {

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<Sent> once = SyntheticFacts.list(500, 7, 100, "");
        List<Sent> again = SyntheticFacts.list(500, 7, 100, "");
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i).json()).isEqualTo(again.get(i).json());
        }
    }

    @Test
    void everyFactHas600BytesAndAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (Sent fact : SyntheticFacts.list(5_000, 7, 1_000, "a")) {
            assertThat(fact.json()).hasSize(600);
            assertThat(ids.add(fact.source() + " " + fact.id())).isTrue();
        }
    }
}
