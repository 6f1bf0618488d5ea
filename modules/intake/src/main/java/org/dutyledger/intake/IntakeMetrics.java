package org.dutyledger.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dutyledger.contract.codec.Reason;

/**
 * What can be measured of the intake.
 *
 * <ul>
 *   <li>{@code dutyledger.intake.facts} {door, verdict}: facts that arrived
 *   <li>{@code dutyledger.intake.reasons} {reason}: reasons why facts were not accepted, by code
 *   <li>{@code dutyledger.intake.batch} {door}: facts of one transaction
 *   <li>{@code dutyledger.intake.lag}: from the time stamp of the Kafka record to its durable
 *       commit
 *   <li>{@code dutyledger.intake.consumer.lag}: Kafka records of this instance's partitions that
 *       are not read yet
 *   <li>{@code dutyledger.intake.foreign.keys}: Kafka records whose key is not the fact's {@code
 *       provider/model}; they are recorded, but nothing keeps their order beside the model's others
 *   <li>{@code dutyledger.intake.fenced}: batches refused because another consumer owns the
 *       partition
 * </ul>
 */
class IntakeMetrics {

    private final MeterRegistry registry;
    private final Timer lag;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lag =
                Timer.builder("dutyledger.intake.lag")
                        .description("From the time stamp of a Kafka record to its durable commit")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(10))
                        .register(registry);
    }

    /** Called when the arrivals are durable; both lists are of one door and in the same order. */
    void recorded(List<Arrival> arrivals, List<FactVerdict> verdicts) {
        if (arrivals.isEmpty()) {
            return;
        }
        String door = arrivals.getFirst().origin().door();
        DistributionSummary.builder("dutyledger.intake.batch")
                .tag("door", door)
                .register(registry)
                .record(arrivals.size());
        for (FactVerdict verdict : verdicts) {
            verdict.reasons().stream().map(Reason::rule).distinct().forEach(this::reason);
        }
        verdicts.stream()
                .collect(Collectors.groupingBy(FactVerdict::verdict, Collectors.counting()))
                .forEach((outcome, count) ->
                        registry.counter(
                                        "dutyledger.intake.facts",
                                        "door",
                                        door,
                                        "verdict",
                                        outcome.text())
                                .increment(count));
    }

    private void reason(String rule) {
        registry.counter("dutyledger.intake.reasons", "reason", rule).increment();
    }

    void lag(Duration sinceSent) {
        lag.record(sinceSent.isNegative() ? Duration.ZERO : sinceSent);
    }

    /** Whom to ask for the lag of the consumer. */
    void consumerLag(Supplier<Number> records) {
        Gauge.builder("dutyledger.intake.consumer.lag", records).register(registry);
    }

    void foreignKey() {
        registry.counter("dutyledger.intake.foreign.keys").increment();
    }

    void fenced() {
        registry.counter("dutyledger.intake.fenced").increment();
    }
}
