package org.dutyledger.alerting.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to tell a receiver. */
sealed interface Outcome {

    /** It has been taken. */
    record Taken() implements Outcome {}

    /**
     * It was not taken, and may be another time. {@code after}: as the receiver asks; null: not
     * said.
     */
    record NotNow(String why, @Nullable Duration after) implements Outcome {}

    /** It will never be taken. */
    record Never(String why) implements Outcome {}
}
