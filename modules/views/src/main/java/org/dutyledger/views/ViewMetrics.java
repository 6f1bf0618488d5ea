package org.dutyledger.views;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.ledger.RecordEntry;
import org.dutyledger.liability.law.Rulebooks;

/** How far the views are behind the record, and how the duties stand. */
class ViewMetrics {

    private final Clock clock;
    private final Timer delay;

    /**
     * @param lag events recorded that the views do not show yet
     */
    ViewMetrics(MeterRegistry registry, Clock clock, DutyCounts duties, LongSupplier lag) {
        this.clock = clock;
        this.delay =
                Timer.builder("dutyledger.view.delay")
                        .description("From the recording of a fact until the views show it")
                        .publishPercentileHistogram()
                        .register(registry);
        Gauge.builder("dutyledger.view.lag", lag::getAsLong)
                .description("Events recorded that the views do not show yet")
                .register(registry);
        for (String rulebook : Rulebooks.ids()) {
            for (Status status : Status.values()) {
                Gauge.builder("dutyledger.duties", () -> duties.count(rulebook, status))
                        .description("Duties as they stand")
                        .tag("rulebook", rulebook)
                        .tag("status", status.name())
                        .register(registry);
            }
        }
    }

    /** A batch is in the views: its first fact waited longest. */
    void written(List<RecordEntry> batch) {
        for (RecordEntry each : batch) {
            if (each.key() != null) {
                delay.record(Duration.between(each.recorded(), clock.instant()));
                return;
            }
        }
    }
}
