package org.dutyledger.alerting.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why somebody must know. */
public enum Kind {
    /** So much of the period is gone as the policy says, and nothing is done. */
    DUE_SOON,
    /** The deadline passed. */
    BREACHED,
    /** What was remedied is not any more: a remedy was reverted, or a version brought it back. */
    REOPENED,
    /** Fewer answers carry their warning than the policy asks for, or no warning is in force. */
    COVERAGE_LOW,
    /** The standing supervision did not run in time. */
    MONITORING_MISSED,
    /** Whether the duty is kept waits for somebody to decide a question. */
    FINDING_NEEDED,
    /** The likely realised exposure is above a configured amount. */
    EXPOSURE_LIMIT,
    /** The likely realised exposure rose by more than a configured amount in a configured time. */
    EXPOSURE_GROWTH,
    /** No fact of a model came for a configured time. */
    FEED_SILENT;

    /** As it is written outside: {@code due-soon}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names, as they are written outside. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Kind::wireName).toList();
    }

    /**
     * By its outside name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
