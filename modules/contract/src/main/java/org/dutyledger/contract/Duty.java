package org.dutyledger.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One duty as an answer or a finding shows it (contract, section 4).
 *
 * @param rule id of the rule, such as {@code CN-CC-1206-1}
 * @param kind the contract's kind, such as {@code remediate}
 * @param about risk, version, incident or model id
 * @param late whether there is a breach interval, open or closed
 * @param arose null: not yet
 * @param due null: no deadline
 * @param satisfied null unless {@code SATISFIED}
 * @param grade of a cyber incident, null elsewhere
 * @param breaches half-open, in order
 * @param because ids of the facts it rests on, in fact order, each once
 * @param needs questions of findings that would decide it
 */
public record Duty(
        String rule,
        String kind,
        String about,
        Status status,
        boolean late,
        @Nullable Instant arose,
        @Nullable Instant due,
        @Nullable Instant satisfied,
        @Nullable String grade,
        List<Breach> breaches,
        List<String> because,
        List<String> needs) {

    /** The same duty with these breaches. */
    public Duty with(List<Breach> others) {
        return new Duty(
                rule, kind, about, status, late, arose, due, satisfied, grade, others, because,
                needs);
    }

    /** A stretch of breach; {@code to} null: still open. */
    public record Breach(Instant from, @Nullable Instant to) {}

    /** The contract's duty status, by these very names. */
    public enum Status {
        NOT_APPLICABLE,
        NOT_YET,
        PENDING,
        SATISFIED,
        BREACH,
        POLICY_BREACH,
        NEEDS_FINDING,
        EXPIRED
    }
}
