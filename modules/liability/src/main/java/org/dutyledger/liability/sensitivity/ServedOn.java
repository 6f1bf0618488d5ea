package org.dutyledger.liability.sensitivity;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.ModelWithdrawn;
import org.dutyledger.liability.history.CoverageWindows;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Outputs that would be served if each version in service went on as in the last window of each of
 * its surfaces, topics and locales.
 */
final class ServedOn {

    private record Stream(
            String version,
            @Nullable String surface,
            @Nullable String topic,
            @Nullable String locale) {}

    private ServedOn() {}

    /** One window from {@code from} to {@code to} for each stream of outputs. */
    static List<CoverageObserved> windows(
            List<Fact> facts, Instant from, Instant to, @Nullable String warned) {
        List<CoverageObserved> windows = new ArrayList<>();
        if (from.isBefore(to)) {
            last(facts).values().stream()
                    .filter(it -> inService(facts).getOrDefault(it.version(), false))
                    .map(it -> on(it, from, to, it.version().equals(warned)))
                    .forEach(windows::add);
        }
        return windows;
    }

    private static Map<Stream, CoverageObserved> last(List<Fact> facts) {
        Map<String, List<Fact>> byVersion = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof CoverageObserved it) {
                byVersion.computeIfAbsent(it.version(), each -> new ArrayList<>()).add(fact);
            }
        }
        Map<Stream, CoverageObserved> last = new LinkedHashMap<>();
        byVersion.values().stream()
                .flatMap(each -> CoverageWindows.latest(each).stream())
                .filter(it -> it.outputs() > 0 && it.from().isBefore(it.to()))
                .forEach(it ->
                        last.merge(
                                new Stream(it.version(), it.surface(), it.topic(), it.locale()),
                                it,
                                (a, b) -> b.to().isBefore(a.to()) ? a : b));
        return last;
    }

    private static Map<String, Boolean> inService(List<Fact> facts) {
        Map<String, Boolean> inService = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof ModelReleased it) {
                inService.put(it.version(), true);
            } else if (fact.data() instanceof ModelWithdrawn it) {
                inService.put(it.version(), false);
            }
        }
        return inService;
    }

    private static CoverageObserved on(
            CoverageObserved window, Instant from, Instant to, boolean warned) {
        BigInteger time = new Interval(from, to).nanos();
        BigInteger of = new Interval(window.from(), window.to()).nanos();
        long outputs = share(window.outputs(), time, of);
        return new CoverageObserved(
                window.version(),
                from,
                to,
                outputs,
                warned ? outputs : share(window.warned(), time, of),
                window.surface(),
                window.topic(),
                window.locale(),
                Long.MAX_VALUE);
    }

    private static long share(long count, BigInteger time, BigInteger of) {
        return BigInteger.valueOf(count).multiply(time).divide(of).longValueExact();
    }
}
