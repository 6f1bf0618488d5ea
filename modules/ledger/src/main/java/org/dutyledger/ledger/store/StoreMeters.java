package org.dutyledger.ledger.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How long appending takes, and how far the public order is behind. */
final class StoreMeters {

    private final Timer append;

    StoreMeters(MeterRegistry registry, Sequencer sequencer) {
        append =
                Timer.builder("dutyledger.append")
                        .description("Writing a batch's events, without the commit")
                        .publishPercentileHistogram()
                        .register(registry);
        Gauge.builder("dutyledger.sequencer.waiting", sequencer, Sequencer::waiting)
                .description("Batches recorded that have no public sequence yet")
                .register(registry);
    }

    void append(Runnable write) {
        append.record(write);
    }
}
