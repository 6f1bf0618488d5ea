package org.dutyledger.liability.damage;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.liability.damage.Windows.Window;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * How many outputs a version serves in an hour: those of the last 24 hours that its windows end
 * with, pro rata where a window began before, over the time of these that windows cover.
 *
 * @param outputs all
 * @param unwarned those without a due warning
 */
record Rates(Ratio outputs, Ratio unwarned) {

    private static final Duration LAST = Duration.ofHours(24);
    private static final Ratio NANOS_PER_HOUR = Ratio.of(BigInteger.valueOf(3_600_000_000_000L));

    /** Of the windows of one version, null: there are none. */
    static @Nullable Rates of(List<Window> windows) {
        if (windows.isEmpty()) {
            return null;
        }
        Intervals when = lastDay(windows);
        Ratio outputs = Ratio.ZERO;
        Ratio unwarned = Ratio.ZERO;
        for (Window it : windows) {
            Ratio share = it.share(when);
            outputs = outputs.plus(Ratio.of(it.outputs()).times(share));
            unwarned = unwarned.plus(Ratio.of(it.unwarned()).times(share));
        }
        Ratio hours = Ratio.of(covered(windows, when)).over(NANOS_PER_HOUR);
        return new Rates(outputs.over(hours), unwarned.over(hours));
    }

    /** The 24 hours that the windows end with; there is at least one. */
    static Intervals lastDay(List<Window> windows) {
        Instant end = windows.stream().map(Window::to).max(Comparator.naturalOrder()).orElseThrow();
        return Intervals.of(List.of(new Interval(end.minus(LAST), end)));
    }

    /** The nanoseconds of a stretch that the windows cover. */
    static BigInteger covered(List<Window> windows, Intervals when) {
        Intervals covered =
                Intervals.of(windows.stream().map(it -> new Interval(it.from(), it.to())).toList());
        BigInteger nanos = BigInteger.ZERO;
        for (Interval it : covered.intersect(when).list()) {
            if (it.to() != null) {
                nanos = nanos.add(it.nanos());
            }
        }
        return nanos;
    }
}
