package org.dutyledger.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.DutyChanged;
import org.jspecify.annotations.Nullable;

/**
 * A duty as it stands (contract, section 4), with the law it was judged under.
 *
 * @param breachesSince breaches that end at or before it stand as told before and are not listed;
 *     null: all are
 * @param change what happened to it last, as in the CloudEvents type
 * @param since when that became true
 * @param sequence of the finding that says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DutyEntry(
        String model,
        Digested rulebook,
        Digested policy,
        String rule,
        String kind,
        String about,
        Duty.Status status,
        boolean late,
        @Nullable Instant arose,
        @Nullable Instant due,
        @Nullable Instant satisfied,
        @Nullable String grade,
        List<Breach> breaches,
        @Nullable Instant breachesSince,
        List<String> because,
        List<String> needs,
        String change,
        Instant since,
        long sequence) {

    static DutyEntry of(long sequence, DutyChanged finding, Instant asOf) {
        Duty duty = finding.duty();
        return new DutyEntry(
                finding.model().toString(),
                Digested.rulebook(finding.law()),
                Digested.policy(finding.law()),
                duty.rule(),
                duty.kind(),
                duty.about(),
                duty.status(),
                duty.late(),
                duty.arose(),
                duty.due(),
                duty.satisfied(),
                duty.grade(),
                duty.breaches().stream().map(each -> Breach.of(each, asOf)).toList(),
                finding.since(),
                duty.because(),
                duty.needs(),
                finding.change().wireName(),
                finding.time(),
                sequence);
    }

    /**
     * A stretch of breach; {@code to} null: still open.
     *
     * @param hours to its end or the answer's {@code asOf}, to one decimal (semantics rule 59)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breach(Instant from, @Nullable Instant to, BigDecimal hours) {

        static Breach of(Duty.Breach breach, Instant asOf) {
            Instant end = breach.to() == null ? asOf : breach.to();
            return new Breach(breach.from(), breach.to(), Hours.between(breach.from(), end));
        }
    }
}
