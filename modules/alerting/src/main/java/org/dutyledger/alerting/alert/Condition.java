package org.dutyledger.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.FactData.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, as far as an alert tells it.
 *
 * @param dutyKind the contract's kind of the duty; null: not about a duty
 * @param status of the duty; null: not about a duty
 * @param severity of the risk it is about; null: it is about none, or none is said
 * @param title of the risk, in the provider's words
 * @param since when it became true
 * @param due null: no deadline
 * @param needs questions that somebody must decide
 * @param figures amounts or counts that the text shows
 * @param ends when it is over if nothing new happens; null: when the record says so
 */
public record Condition(
        Kind kind,
        @Nullable String dutyKind,
        Duty.@Nullable Status status,
        @Nullable Severity severity,
        @Nullable String title,
        Instant since,
        @Nullable Instant due,
        List<String> needs,
        List<String> figures,
        @Nullable Instant ends) {

    /** Whether who was told of the other must be told of this one. */
    boolean isNewsAfter(Condition other) {
        return kind != other.kind
                || !Objects.equals(due, other.due)
                || !needs.equals(other.needs)
                || severity != other.severity;
    }
}
