package org.dutyledger.liability.laws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chance with a seed: the same seed throws the same. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean percent(int of) {
        return random.nextInt(100) < of;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Null as often as not in {@code percent} of a hundred. */
    <T> @Nullable T maybe(int percent, Supplier<T> some) {
        return percent(percent) ? some.get() : null;
    }

    /** At least {@code least} of them, in any order. */
    <T> List<T> some(List<T> of, int least) {
        List<T> shuffled = shuffled(of);
        int low = Math.min(least, of.size());
        return List.copyOf(shuffled.subList(0, low + below(of.size() - low + 1)));
    }

    <T> List<T> shuffled(List<T> of) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
