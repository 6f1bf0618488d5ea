package org.dutyledger.intake.windows;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How warnings shown are counted ({@code dutyledger.windows.*}). {@code length} must not change
 * once windows are on record: windows of another length are other windows.
 *
 * @param length of a window; the buckets of senders must divide it
 * @param grace how long after its end a window waits for late counts, and how long a closed one
 *     waits for more before it is told again
 * @param oldest counts that arrive later than this are refused; so long the state is kept
 * @param ahead counts that end later than this after their arrival are refused
 * @param threads of Kafka Streams
 * @param state directory of the state; if it is lost, it is read back from Kafka
 */
@ConfigurationProperties("dutyledger.windows")
public record WindowsProperties(
        @DefaultValue("5m") Duration length,
        @DefaultValue("1m") Duration grace,
        @DefaultValue("30d") Duration oldest,
        @DefaultValue("5m") Duration ahead,
        @DefaultValue("1") int threads,
        @DefaultValue("data/windows") Path state) {

    /** Refuses values that cannot work. */
    public WindowsProperties {
        if (length.toMillis() < 1 || grace.isNegative() || ahead.isNegative() || threads < 1) {
            throw new IllegalArgumentException(
                    "dutyledger.windows: length, grace, ahead and threads must not be negative");
        }
        if (oldest.compareTo(length.plus(grace)) < 0) {
            throw new IllegalArgumentException(
                    "dutyledger.windows.oldest is %s, expected at least length and grace"
                            .formatted(oldest));
        }
    }
}
