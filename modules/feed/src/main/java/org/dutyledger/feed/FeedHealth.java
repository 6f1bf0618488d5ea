package org.dutyledger.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while this instance cannot push findings out, with the cause and since when. */
class FeedHealth implements HealthIndicator {

    private final Clock clock;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    FeedHealth(Clock clock) {
        this.clock = clock;
    }

    private record Failure(Instant since, String cause) {}

    void failed(String follower, Throwable cause) {
        failures.merge(
                follower,
                new Failure(clock.instant(), cause.toString()),
                (before, now) -> new Failure(before.since(), now.cause()));
    }

    void well(String follower) {
        failures.remove(follower);
    }

    @Override
    public Health health() {
        if (failures.isEmpty()) {
            return Health.up().build();
        }
        var down = Health.down();
        failures.forEach((follower, failure) ->
                down.withDetail(follower, failure.since() + " " + failure.cause()));
        return down.build();
    }
}
