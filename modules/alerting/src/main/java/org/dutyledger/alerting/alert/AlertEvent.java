package org.dutyledger.alerting.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an alert. It has no legal effect: no duty changes by it.
 *
 * @param by a person's name, as given; null: the record or the clock
 * @param reason as given
 * @param until when what was said ends; null: it says nothing of the kind
 * @param condition of {@code FIRED} and {@code UPDATED}
 * @param level of {@code ESCALATED}, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertEvent(
        What what,
        Instant at,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable Condition condition,
        @Nullable Integer level) {

    /** Its kind. */
    public enum What {
        FIRED,
        UPDATED,
        ACKNOWLEDGED,
        ACKNOWLEDGEMENT_ENDED,
        ASSIGNED,
        SILENCED,
        SILENCE_ENDED,
        ESCALATED,
        /** The cause is gone; as it came and went too often, it is not called resolved yet. */
        CALMING,
        RESOLVED
    }

    static AlertEvent fired(Condition condition, Instant at) {
        return new AlertEvent(What.FIRED, at, null, null, null, condition, null);
    }

    static AlertEvent updated(Condition condition, Instant at) {
        return new AlertEvent(What.UPDATED, at, null, null, null, condition, null);
    }

    static AlertEvent of(What what, Instant at) {
        return new AlertEvent(what, at, null, null, null, null, null);
    }

    static AlertEvent calming(Instant at, Instant until) {
        return new AlertEvent(What.CALMING, at, null, null, until, null, null);
    }

    static AlertEvent escalated(int level, Instant at) {
        return new AlertEvent(What.ESCALATED, at, null, null, null, null, level);
    }

    /** Somebody acknowledges, and owns it. */
    public static AlertEvent acknowledged(Held word, Instant at) {
        return held(What.ACKNOWLEDGED, word, at);
    }

    /** Somebody silences it. */
    public static AlertEvent silenced(Held word, Instant at) {
        return held(What.SILENCED, word, at);
    }

    private static AlertEvent held(What what, Held word, Instant at) {
        return new AlertEvent(what, at, word.by(), word.reason(), word.until(), null, null);
    }

    /** It is somebody's from now on. {@code reason} names the owner. */
    public static AlertEvent assigned(String by, String owner, Instant at) {
        return new AlertEvent(What.ASSIGNED, at, by, owner, null, null, null);
    }

    /** Somebody says that it is settled: it stays so until the record says something new. */
    public static AlertEvent resolvedBy(String by, String reason, Instant at) {
        return new AlertEvent(What.RESOLVED, at, by, reason, null, null, null);
    }

    /** A silence was taken back. */
    public static AlertEvent silenceEnded(Instant at) {
        return of(What.SILENCE_ENDED, at);
    }
}
