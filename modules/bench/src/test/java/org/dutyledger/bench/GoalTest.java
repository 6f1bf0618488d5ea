package org.dutyledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

    private static final Goal FASTER = new Goal("1a", 0.30, 0.60, true);
    private static final Goal SMALLER = new Goal("6b", 2.0, 1.5, false);

    @Test
    void isReachedAtTheMedianMissedAtTheBestElseOpen() {
        assertThat(FASTER.verdict(Samples.of(0.5, 0.6, 0.7))).isEqualTo("reached");
        assertThat(FASTER.verdict(Samples.of(0.5, 0.59, 0.6))).isEqualTo("open");
        assertThat(FASTER.verdict(Samples.of(0.4, 0.5, 0.59))).isEqualTo("missed");
        assertThat(SMALLER.verdict(Samples.of(1.4, 1.5, 1.6))).isEqualTo("reached");
        assertThat(SMALLER.verdict(Samples.of(1.5, 1.6, 1.7))).isEqualTo("open");
        assertThat(SMALLER.verdict(Samples.of(1.6, 1.7, 1.8))).isEqualTo("missed");
    }

    @Test
    void theFloorIsHeldByTheMedian() {
        assertThat(FASTER.floorHolds(Samples.of(0.1, 0.3, 0.3))).isTrue();
        assertThat(FASTER.floorHolds(Samples.of(0.2, 0.29, 0.9))).isFalse();
        assertThat(SMALLER.floorHolds(Samples.of(1.0, 2.0, 9.0))).isTrue();
        assertThat(SMALLER.floorHolds(Samples.of(1.0, 2.1, 2.2))).isFalse();
    }
}
