package org.dutyledger.client;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** A client's state as meters; needs Micrometer on the class path, the client itself does not. */
public final class ClientMetrics implements MeterBinder {

    private final DutyledgerClient client;

    /** The meters of this client. */
    public ClientMetrics(DutyledgerClient client) {
        this.client = client;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "dutyledger.client.answers", client, it -> it.state().answersCounted())
                .description("Answers counted")
                .register(registry);
        FunctionCounter.builder(
                        "dutyledger.client.answers.refused",
                        client,
                        it -> it.state().answersRefused())
                .description("Answers refused because the outbox is full")
                .register(registry);
        FunctionCounter.builder(
                        "dutyledger.client.facts.refused", client, it -> it.state().factsRefused())
                .description("Facts refused: invalid, or the outbox is full")
                .register(registry);
        FunctionCounter.builder("dutyledger.client.sent", client, it -> it.state().sent())
                .description("Events that Kafka confirmed")
                .register(registry);
        Gauge.builder("dutyledger.client.kept", client, it -> it.state().kept())
                .description("Events in the outbox that Kafka has not confirmed")
                .register(registry);
        Gauge.builder("dutyledger.client.outbox", client, it -> it.state().outboxBytes())
                .baseUnit("bytes")
                .description("What the outbox takes on the disk")
                .register(registry);
    }
}
