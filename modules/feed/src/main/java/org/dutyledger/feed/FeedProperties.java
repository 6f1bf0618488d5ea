package org.dutyledger.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How findings go out.
 *
 * @param roles what this instance does besides answering; of several instances one at a time does
 *     it
 * @param topic where findings are published
 * @param source names this ledger in the {@code source} of its findings
 * @param heartbeat how often a stream says that it is alive
 * @param readers most streams and waiting requests at once
 * @param webhooks who is told besides
 * @param webhookPause before the second attempt at a webhook; then twice as long each time
 */
@ConfigurationProperties("dutyledger.feed")
public record FeedProperties(
        @DefaultValue({"kafka", "webhooks"}) Set<Role> roles,
        @DefaultValue("dutyledger.findings") String topic,
        @DefaultValue("/dutyledger") String source,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1000") int readers,
        @DefaultValue List<Subscription> webhooks,
        @DefaultValue("1s") Duration webhookPause) {

    /** What an instance does. */
    public enum Role {
        /** Publishes findings to the topic. */
        KAFKA,
        /** Tells webhooks. */
        WEBHOOKS
    }

    /** Refuses values that cannot work. */
    public FeedProperties {
        if (heartbeat.toMillis() < 100 || heartbeat.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "dutyledger.feed.heartbeat is %s, expected 100ms to 10m".formatted(heartbeat));
        }
        if (readers < 1) {
            throw new IllegalArgumentException("dutyledger.feed.readers is " + readers);
        }
        if (webhookPause.toMillis() < 10 || webhookPause.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "dutyledger.feed.webhook-pause is %s, expected 10ms to 1h"
                            .formatted(webhookPause));
        }
        if (webhooks.stream().map(Subscription::name).distinct().count() < webhooks.size()) {
            throw new IllegalArgumentException("two of dutyledger.feed.webhooks have one name");
        }
    }
}
