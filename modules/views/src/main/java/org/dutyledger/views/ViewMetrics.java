package org.dutyledger.views;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dutyledger.ledger.RecordEvent.FactRecorded;

/** How long a recorded fact waits until it can be asked for. */
class ViewMetrics {

    private final Clock clock;
    private final Timer delay;

    ViewMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.delay =
                Timer.builder("dutyledger.view.delay")
                        .description("From the recording of a fact until the views show it")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
    }

    /** A batch is in the views: its first fact waited longest. */
    void written(List<Sequenced> batch) {
        for (Sequenced each : batch) {
            if (each.event() instanceof FactRecorded recorded) {
                delay.record(Duration.between(recorded.fact().recorded(), clock.instant()));
                return;
            }
        }
    }
}
