package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A risk in its present episode (semantics rules 18 to 21).
 *
 * @param severity as of the last confirmation or rescoring; S1 while discovered and not confirmed
 * @param reports signals of the episode
 * @param reported the first of them
 * @param discovered when knowledge began, actual or constructive; null: no duty rests on it yet
 * @param confirmed when actual knowledge began
 * @param remedied since when every duty to remedy it is satisfied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskEntry(
        String risk,
        State state,
        @Nullable String title,
        @Nullable String hazard,
        @Nullable Severity severity,
        long reports,
        @Nullable Instant reported,
        @Nullable Instant discovered,
        @Nullable Instant confirmed,
        @Nullable Instant dismissed,
        @Nullable Instant remedied) {

    /** How far a risk has come. */
    public enum State {
        REPORTED,
        DISCOVERED,
        CONFIRMED,
        REMEDIED,
        DISMISSED
    }
}
