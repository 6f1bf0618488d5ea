package org.dutyledger.liability.quality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty.Status;
import org.jspecify.annotations.Nullable;

/**
 * The quality of one version, in its parts (paper, section 5.2). No weights are in the law, so
 * nothing is summed to a score.
 *
 * @param rule that names the parts
 * @param criteria as assessed last, in the rulebook's order
 * @param missing criteria that nobody assessed
 * @param warning the record of the duties to warn
 * @param coverage of outputs served with their warning, null: none observed
 * @param remediation the record of the duties to remedy the risks that affect it
 */
public record Quality(
        String version,
        String rule,
        List<Criterion> criteria,
        List<String> missing,
        List<Kept> warning,
        @Nullable Coverage coverage,
        List<Kept> remediation) {

    /**
     * One criterion as it was assessed last.
     *
     * @param value 0..1
     * @param fact id of the fact that says it
     */
    public record Criterion(
            String criterion,
            BigDecimal value,
            @Nullable String standard,
            @Nullable String assessor,
            Instant at,
            String fact) {}

    /**
     * How a duty was kept.
     *
     * @param breached how long it was in breach so far
     */
    public record Kept(String rule, String about, Status status, boolean late, Duration breached) {}

    /** Outputs and how many of them carried the warning, as observed. */
    public record Coverage(BigInteger outputs, BigInteger warned) {}
}
