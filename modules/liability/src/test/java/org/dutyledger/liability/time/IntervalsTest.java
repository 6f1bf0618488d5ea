package org.dutyledger.liability.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void stretchesThatTouchAreOneAndEmptyOnesVanish() {
        assertThat(
                        Intervals.of(
                                List.of(
                                        stretch(5, 7),
                                        stretch(1, 3),
                                        stretch(3, 4),
                                        stretch(8, 8))))
                .isEqualTo(Intervals.of(List.of(stretch(1, 4), stretch(5, 7))));
    }

    @Test
    void anOpenStretchSwallowsWhatFollows() {
        assertThat(Intervals.of(List.of(stretch(2, null), stretch(4, 6))).list())
                .containsExactly(stretch(2, null));
    }

    @Test
    void bothEndsCountAsTheLawSays() {
        Intervals one = Intervals.of(at(2), at(4));
        assertThat(one.contains(at(2))).isTrue();
        assertThat(one.contains(at(3))).isTrue();
        assertThat(one.contains(at(4))).isFalse();
        assertThat(Intervals.of(at(2), null).contains(at(900))).isTrue();
    }

    @Test
    void complementStaysOpenOnlyWhereTheRangeDoes() {
        Intervals some = Intervals.of(List.of(stretch(2, 4), stretch(6, null)));
        assertThat(some.complement(at(0), null).list())
                .containsExactly(stretch(0, 2), stretch(4, 6));
        assertThat(Intervals.NONE.complement(at(1), null).list()).containsExactly(stretch(1, null));
        assertThat(some.complement(at(3), at(5)).list()).containsExactly(stretch(4, 5));
    }

    @Test
    void cutAtAnInstant() {
        Intervals some = Intervals.of(List.of(stretch(1, 3), stretch(5, null)));
        assertThat(some.before(at(7)).list()).containsExactly(stretch(1, 3), stretch(5, 7));
        assertThat(some.before(at(5)).list()).containsExactly(stretch(1, 3));
        assertThat(some.from(at(2)).list()).containsExactly(stretch(2, 3), stretch(5, null));
    }

    @Test
    void agreesWithASetOfSingleInstants() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Intervals a = random(random);
            Intervals b = random(random);
            for (int t = 0; t < 24; t++) {
                boolean inA = a.contains(at(t));
                boolean inB = b.contains(at(t));
                assertThat(a.union(b).contains(at(t))).isEqualTo(inA || inB);
                assertThat(a.intersect(b).contains(at(t))).isEqualTo(inA && inB);
                assertThat(a.minus(b).contains(at(t))).isEqualTo(inA && !inB);
                assertThat(a.complement(at(0), null).contains(at(t))).isEqualTo(!inA);
                assertThat(a.before(at(9)).contains(at(t))).isEqualTo(inA && t < 9);
            }
        }
    }

    private static Intervals random(Random random) {
        List<Interval> stretches = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = random.nextInt(20);
            stretches.add(stretch(from, random.nextInt(6) == 0 ? null : from + random.nextInt(6)));
        }
        return Intervals.of(stretches);
    }

    private static Interval stretch(int from, @Nullable Integer to) {
        return new Interval(at(from), to == null ? null : at(to));
    }

    private static Instant at(int hour) {
        return Instant.EPOCH.plusSeconds(hour * 3600L);
    }
}
