package org.dutyledger.intake;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How facts come in ({@code dutyledger.intake.*}). Addresses and credentials of Kafka are Spring
 * Boot's own properties ({@code spring.kafka.*}).
 *
 * @param roles what this instance does; an instance that only serves pages has none
 * @param topics names of the topics of the contract
 * @param partitions of topics that this instance creates because they are missing
 * @param groupId consumer group of the facts topic, the same on every instance
 * @param instance name of this instance within the group (Kafka's static membership; each of its
 *     threads adds its number), so that a restart does not move partitions; must differ between
 *     instances. Null: none, and after a crash or a stop another instance takes over as soon as
 *     Kafka allows
 * @param consumers threads that read the facts topic, each with partitions of its own
 * @param pollSize most records that are recorded in one transaction
 * @param fetchMinBytes how much Kafka gathers before it answers a fetch
 * @param fetchMaxWait how long Kafka gathers at most
 * @param rejectedRetention how long facts that were not accepted stay readable, in the table and on
 *     the topic. They are in plain text and may name persons: keep it short
 */
@ConfigurationProperties("dutyledger.intake")
public record IntakeProperties(
        @DefaultValue({"consumer", "publisher"}) Set<Role> roles,
        @DefaultValue Topics topics,
        @DefaultValue("4") int partitions,
        @DefaultValue("dutyledger") String groupId,
        @Nullable String instance,
        @DefaultValue("2") int consumers,
        @DefaultValue("1000") int pollSize,
        @DefaultValue("200000") int fetchMinBytes,
        @DefaultValue("100ms") Duration fetchMaxWait,
        @DefaultValue("30d") Duration rejectedRetention) {

    /** What an instance does. */
    public enum Role {
        /** Reads the facts topic. */
        CONSUMER,
        /** Publishes rejected facts and deletes old ones. */
        PUBLISHER,
        /** Counts warnings shown in windows. */
        WINDOWS
    }

    /** Names of the topics. */
    public record Topics(
            @DefaultValue("dutyledger.facts") String facts,
            @DefaultValue("dutyledger.warnings-shown") String warningsShown,
            @DefaultValue("dutyledger.findings") String findings,
            @DefaultValue("dutyledger.rejected") String rejected) {}

    /** Refuses values that cannot work. */
    public IntakeProperties {
        inRange("partitions", partitions, 1, 10_000);
        inRange("consumers", consumers, 1, 100);
        inRange("poll-size", pollSize, 1, 100_000);
        inRange("fetch-min-bytes", fetchMinBytes, 1, 50_000_000);
        inRange("fetch-max-wait (ms)", fetchMaxWait.toMillis(), 0, 30_000);
        inRange("rejected-retention (days)", rejectedRetention.toDays(), 1, 3650);
        if (groupId.isBlank()) {
            throw new IllegalArgumentException("dutyledger.intake.group-id is blank");
        }
    }

    private static void inRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "dutyledger.intake.%s is %d, expected %d to %d"
                            .formatted(name, value, least, most));
        }
    }
}
