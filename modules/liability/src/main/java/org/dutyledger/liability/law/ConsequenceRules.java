package org.dutyledger.liability.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows besides damages: penalties of authorities, the cost of acting, recourse between
 * parties, remedies that are no money, and by what quality is judged.
 */
public record ConsequenceRules(
        List<Penalty> penalties,
        List<Cost> costs,
        List<Recourse> recourse,
        List<Remedy> remedies,
        List<Quality> quality) {

    /** Every rule of these, with its citation. */
    public List<Citation> citations() {
        return Stream.of(
                        penalties.stream().map(Penalty::citation),
                        costs.stream().map(Cost::citation),
                        recourse.stream().map(Recourse::citation),
                        remedies.stream().map(Remedy::citation),
                        quality.stream().map(Quality::citation))
                .flatMap(it -> it)
                .toList();
    }

    /**
     * An administrative penalty, a range in the rulebook's currency.
     *
     * @param duties rules in whose breach it may be imposed
     * @param max greatest amount of the first
     * @param further greatest amount of each further violation
     * @param turnover share of a year's turnover, where that is more than {@code max}; null: none
     * @param gains how many times the illegal gains, where there are any; null: they do not matter
     * @param classes of the models it is for; empty: any
     */
    public record Penalty(
            Citation citation,
            Set<String> duties,
            Per per,
            BigDecimal min,
            BigDecimal max,
            BigDecimal further,
            @Nullable BigDecimal turnover,
            @Nullable Gains gains,
            Set<String> classes) {
        /** One for all breaches, or one for each duty breached. */
        public enum Per {
            ONCE,
            VIOLATION
        }

        /** At least and at most so many times the illegal gains. */
        public record Gains(int min, int max) {}
    }

    /** A cost of acting that the one who acts bears. */
    public record Cost(Citation citation, Set<Of> of) {
        /** What costs. */
        public enum Of {
            RECALL,
            NOTICE
        }
    }

    /** From whom one who paid may ask back what was that party's share, by its role. */
    public record Recourse(Citation citation, Set<String> against) {}

    /**
     * Remedies that a claim may ask for.
     *
     * @param limited whether claims for them are subject to limitation
     */
    public record Remedy(Citation citation, Set<String> remedies, boolean limited) {}

    /**
     * By what the quality of a model is judged.
     *
     * @param criteria what an assessment gives
     * @param warning duties that are the record of warning
     * @param remediation duties that are the record of remediation
     */
    public record Quality(
            Citation citation,
            List<String> criteria,
            Set<String> warning,
            Set<String> remediation) {}
}
