package org.dutyledger.views;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Finding.ExposureChanged;

/**
 * The realised exposure of a model under one rulebook (contract, section 4).
 *
 * @param because ids of the facts that moved it last
 * @param since when it came to this
 * @param sequence of the finding that says so
 */
public record ExposureEntry(
        String model,
        Digested rulebook,
        Digested policy,
        String currency,
        Amounts compensatory,
        Amounts expanded,
        Amounts punitive,
        Amounts total,
        List<String> because,
        Instant since,
        long sequence) {

    static ExposureEntry of(long sequence, ExposureChanged finding) {
        Exposure exposure = finding.exposure();
        return new ExposureEntry(
                finding.model().toString(),
                Digested.rulebook(finding.law()),
                Digested.policy(finding.law()),
                exposure.currency(),
                Amounts.of(exposure.compensatory()),
                Amounts.of(exposure.expanded()),
                Amounts.of(exposure.punitive()),
                Amounts.of(exposure.total()),
                finding.because(),
                finding.time(),
                sequence);
    }

    /** Three scenarios, each a decimal with two places. */
    public record Amounts(String low, String likely, String high) {

        static Amounts of(Exposure.Scenarios scenarios) {
            return new Amounts(
                    text(scenarios.low()), text(scenarios.likely()), text(scenarios.high()));
        }

        private static String text(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
