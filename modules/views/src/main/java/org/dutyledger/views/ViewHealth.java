package org.dutyledger.views;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a segment of this instance cannot write what it read, with its cause. */
class ViewHealth implements HealthIndicator {

    /** Longer than the processor waits between two tries: after it, another instance has it. */
    private static final Duration STALE = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<Object, Failure> failures = new ConcurrentHashMap<>();

    ViewHealth(Clock clock) {
        this.clock = clock;
    }

    private record Failure(Instant at, String cause) {}

    void failed(Object segment, Throwable cause) {
        failures.put(segment, new Failure(clock.instant(), cause.toString()));
    }

    void succeeded(Object segment) {
        failures.remove(segment);
    }

    @Override
    public Health health() {
        Instant stale = clock.instant().minus(STALE);
        failures.values().removeIf(failure -> failure.at().isBefore(stale));
        return failures.entrySet().stream()
                .findFirst()
                .map(failed ->
                        Health.down()
                                .withDetail("segment", failed.getKey())
                                .withDetail("at", failed.getValue().at().toString())
                                .withDetail("cause", failed.getValue().cause())
                                .build())
                .orElseGet(() -> Health.up().build());
    }
}
