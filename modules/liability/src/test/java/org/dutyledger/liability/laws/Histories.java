package org.dutyledger.liability.laws;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Tries a law on seeded histories. {@code -Ddutyledger.histories=10000} tries so many, {@code
 * -Ddutyledger.seed=S} the one of this seed, both so many from this seed on.
 */
final class Histories {

    private static final Long SEED = Long.getLong("dutyledger.seed");
    private static final Long COUNT = Long.getLong("dutyledger.histories");

    private Histories() {}

    /**
     * Tries a law on each.
     *
     * @param normally how many, if nobody says
     * @throws AssertionError with every seed whose history breaks the law
     */
    static void each(int normally, LongConsumer law) {
        Map<Long, Throwable> broken = new ConcurrentSkipListMap<>();
        seeds(normally)
                .parallel()
                .forEach(seed -> {
                    try {
                        law.accept(seed);
                    } catch (AssertionError | RuntimeException e) {
                        broken.put(seed, e);
                    }
                });
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    "%d of the histories break it, of the seeds %s; repeat one with -Ddutyledger.seed=%d"
                            .formatted(
                                    broken.size(),
                                    broken.keySet().stream().limit(20).toList(),
                                    broken.keySet().iterator().next()),
                    broken.values().iterator().next());
        }
    }

    static LongStream seeds(int normally) {
        long first = SEED == null ? 1 : SEED;
        long count = COUNT != null ? COUNT : SEED == null ? normally : 1;
        return LongStream.range(first, first + count);
    }
}
