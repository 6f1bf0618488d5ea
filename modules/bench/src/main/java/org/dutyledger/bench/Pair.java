package org.dutyledger.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Two things measured alternately in one run: A B B A A B … The first pair warms up and is thrown
 * away; the ratio B/A is taken per pair.
 */
final class Pair {

    /** Measures one side once: a rate, greater is better, or a cost, less is better. */
    interface Side {
        double measure() throws Exception;
    }

    private final String nameA;
    private final Side sideA;
    private final String nameB;
    private final Side sideB;

    Pair(String nameA, Side sideA, String nameB, Side sideB) {
        this.nameA = nameA;
        this.sideA = sideA;
        this.nameB = nameB;
        this.sideB = sideB;
    }

    /** What came out: each side's samples and the ratios of the pairs. */
    record Outcome(String nameA, Samples a, String nameB, Samples b, Samples ratio) {}

    Outcome run(int pairs, Progress progress) throws Exception {
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        for (int i = 0; i <= pairs; i++) {
            progress.step(i == 0 ? "warm-up pair" : "pair " + i + " of " + pairs);
            double first = (i % 2 == 0 ? sideA : sideB).measure();
            double second = (i % 2 == 0 ? sideB : sideA).measure();
            if (i > 0) {
                a.add(i % 2 == 0 ? first : second);
                b.add(i % 2 == 0 ? second : first);
            }
        }
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            ratios[i] = b.get(i) / a.get(i);
        }
        return new Outcome(nameA, samples(a), nameB, samples(b), Samples.of(ratios));
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Says on standard error how far a long run is. */
    interface Progress {
        void step(String what);
    }
}
