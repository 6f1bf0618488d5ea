package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.dutyledger.contract.Duty;
import org.jspecify.annotations.Nullable;

/**
 * One clock that an incident started: a duty to report it, to one of those that must be told.
 *
 * @param article the provision, as lawyers cite it; null: the rule is of a rulebook that this
 *     service does not know
 * @param addressee whom to tell; an ending {@code …} stands for any ending; null as above
 * @param form the form the notice must have, null: any
 * @param due null: the clock has not started
 * @param grade of a cyber incident, null elsewhere
 * @param notice id of the first notice that counts, null: none sent
 * @param answer what the addressee said to it, {@code accepted}, {@code refused}, {@code asks-more}
 * @param receipt the addressee's own number
 * @param hoursLate by which the notice, or the answer's {@code asOf}, is past due; null: it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(
        Digested rulebook,
        Digested policy,
        String rule,
        @Nullable String article,
        @Nullable String jurisdiction,
        @Nullable String addressee,
        @Nullable String form,
        Duty.Status status,
        boolean late,
        @Nullable Instant arose,
        @Nullable Instant due,
        @Nullable String grade,
        @Nullable String notice,
        @Nullable Instant sent,
        @Nullable String answer,
        @Nullable String receipt,
        @Nullable BigDecimal hoursLate) {}
