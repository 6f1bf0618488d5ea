package org.dutyledger.ledger.dossier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dutyledger.ledger.Verdict;
import org.dutyledger.ledger.Verdict.Outcome;

/** What was recorded, in which batches, and how long judging took. */
final class RecordingMeters {

    private final Map<Outcome, Counter> facts = new EnumMap<>(Outcome.class);
    private final DistributionSummary batch;
    private final Timer judging;

    RecordingMeters(MeterRegistry registry, DossierCache cache) {
        for (Outcome outcome : Outcome.values()) {
            facts.put(
                    outcome,
                    Counter.builder("dutyledger.facts")
                            .description("Facts by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        batch =
                DistributionSummary.builder("dutyledger.batch")
                        .description("Facts that came in one batch")
                        .baseUnit("facts")
                        .register(registry);
        judging =
                Timer.builder("dutyledger.judge")
                        .description("Loading the dossiers of a batch and judging its facts")
                        .publishPercentileHistogram()
                        .register(registry);
        CaffeineCacheMetrics.monitor(registry, cache.entries(), "dossiers");
    }

    void judging(Runnable work) {
        judging.record(work);
    }

    void recorded(List<Verdict> verdicts) {
        batch.record(verdicts.size());
        for (Verdict verdict : verdicts) {
            Counter counter = facts.get(verdict.outcome());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
