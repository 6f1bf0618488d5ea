package org.dutyledger.intake;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while facts are read from Kafka; down while something is waited for, with its cause. */
final class IntakeHealth implements HealthIndicator {

    private final FactConsumer consumer;

    IntakeHealth(FactConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public Health health() {
        return switch (consumer.state()) {
            case ConsumerState.Reading reading ->
                    Health.up()
                            .withDetail(
                                    "partitions",
                                    reading.partitions().stream()
                                            .map(Object::toString)
                                            .sorted()
                                            .toList())
                            .build();
            case ConsumerState.Waiting waiting ->
                    Health.down()
                            .withDetail("since", waiting.since().toString())
                            .withDetail("cause", waiting.cause())
                            .build();
            case ConsumerState.Stopped stopped ->
                    // Not this instance's work: no reason to call the instance ill.
                    (consumer.isAutoStartup() ? Health.outOfService() : Health.unknown()).build();
        };
    }
}
