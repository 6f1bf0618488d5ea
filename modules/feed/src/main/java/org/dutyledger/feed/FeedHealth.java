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

    /** Tells whether it had failed before. */
    boolean failed(String follower, Throwable cause) {
        Failure before = failures.get(follower);
        Instant since = before == null ? clock.instant() : before.since();
        failures.put(follower, new Failure(since, cause.toString()));
        return before != null;
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
