package org.dutyledger.feed;

import java.time.Duration;
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
 */
@ConfigurationProperties("dutyledger.feed")
public record FeedProperties(
        @DefaultValue("kafka") Set<Role> roles,
        @DefaultValue("dutyledger.findings") String topic,
        @DefaultValue("/dutyledger") String source,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1000") int readers) {

    /** What an instance does. */
    public enum Role {
        /** Publishes findings to the topic. */
        KAFKA
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
    }
}
