package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dutyledger.liability.law.ConsequenceRules.Cost;
import org.dutyledger.liability.law.ConsequenceRules.Penalty;
import org.dutyledger.liability.law.ConsequenceRules.Quality;
import org.dutyledger.liability.law.ConsequenceRules.Recourse;
import org.dutyledger.liability.law.ConsequenceRules.Remedy;
import org.jspecify.annotations.Nullable;

/** Reads what a rulebook says besides duties and damages. */
final class ConsequenceReader {

    private ConsequenceReader() {}

    static ConsequenceRules read(Fields whole) {
        return new ConsequenceRules(
                whole.list("penalties").stream().map(ConsequenceReader::penalty).toList(),
                whole.list("costs").stream()
                        .map(row -> new Cost(row.citation(), row.words("of", Cost.Of.class)))
                        .toList(),
                whole.list("recourse").stream()
                        .map(row -> new Recourse(row.citation(), set(row, "against")))
                        .toList(),
                whole.list("remedies").stream()
                        .map(row ->
                                new Remedy(
                                        row.citation(),
                                        set(row, "remedies"),
                                        !row.has("limited") || row.flag("limited")))
                        .toList(),
                whole.list("quality").stream()
                        .map(row ->
                                new Quality(
                                        row.citation(),
                                        row.texts("criteria"),
                                        set(row, "warning"),
                                        set(row, "remediation")))
                        .toList());
    }

    private static Penalty penalty(Fields row) {
        BigDecimal max = new BigDecimal(row.text("max"));
        return new Penalty(
                row.citation(),
                set(row, "duties"),
                row.word("per", Penalty.Per.class),
                amount(row, "min", new BigDecimal("0.00")),
                max,
                amount(row, "further", max),
                row.has("turnover") ? new BigDecimal(row.text("turnover")) : null,
                gains(row),
                set(row, "classes"));
    }

    private static BigDecimal amount(Fields row, String key, BigDecimal absent) {
        return row.has(key) ? new BigDecimal(row.text(key)) : absent;
    }

    private static Penalty.@Nullable Gains gains(Fields row) {
        if (!row.has("gains")) {
            return null;
        }
        Fields gains = row.at("gains");
        return new Penalty.Gains(gains.number("min"), gains.number("max"));
    }

    private static Set<String> set(Fields row, String key) {
        return new LinkedHashSet<>(row.texts(key));
    }
}
