package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.List;
import org.dutyledger.liability.law.ConsequenceRules.Penalty.Gains;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What follows besides what is owed to the injured; nothing of it is part of {@code realised}.
 *
 * @param penalties by rule
 * @param costs of acting, by rule, then id
 * @param causation by harm
 * @param oneMoreHour of every open duty, by rule, then about
 */
public record Consequences(
        List<PenaltyRange> penalties,
        List<Cost> costs,
        List<Causation> causation,
        List<HourPrice> oneMoreHour) {

    /** All costs of acting, in the rulebook's currency. */
    public BigDecimal totalCosts() {
        return Cents.sum(costs.stream().map(Cost::amount).toList());
    }

    /**
     * What an authority may impose for breaches on record, in its discretion; ranges of several
     * rules are not summed, for they may exclude each other.
     *
     * @param breached the duties in whose breach it may be imposed
     * @param formula the arithmetic of {@code high}
     * @param turnover share of a year's turnover that is the highest amount where it is more; null:
     *     it does not matter
     * @param gains how many times illegal gains, if there are any, take the place; null: they do
     *     not matter
     */
    public record PenaltyRange(
            String rule,
            String article,
            String source,
            List<Breached> breached,
            BigDecimal low,
            BigDecimal high,
            Wording formula,
            @Nullable BigDecimal turnover,
            @Nullable Gains gains) {}

    /** A duty with a breach in its history. */
    public record Breached(String rule, String about) {}

    /** What acting cost: {@code about} is the remedy or the notice. */
    public record Cost(String about, String of, BigDecimal amount, String rule) {}

    /**
     * To what a harm is put down.
     *
     * @param risk null: none is named
     * @param finding of causation: {@code recorded}, {@code found}, {@code refused}, {@code
     *     contested}
     * @param causes as triage named them; several may act together
     * @param ownFault of the injured, 0..1
     */
    public record Causation(
            String harm,
            @Nullable String risk,
            String finding,
            List<Cause> causes,
            BigDecimal ownFault) {}

    /** A cause, and the parties whose activity it is. */
    public record Cause(String cause, List<String> parties) {}

    /**
     * By how much the expected harm grows in one more hour of delay.
     *
     * @param priced null: nothing can be said
     * @param notPriced why not, null: priced
     */
    public record HourPrice(
            String rule, String about, @Nullable Priced priced, @Nullable NotPriced notPriced) {}

    /**
     * A price.
     *
     * @param now in an hour that begins now
     * @param afterDue in an hour after the deadline; equal to {@code now} if that is past
     * @param parts its derivation: each is outputs per hour x harm rate x loss per harm
     */
    public record Priced(BigDecimal now, BigDecimal afterDue, List<Part> parts) {}

    /**
     * One version by one risk.
     *
     * @param counted {@code outputs}: all, or {@code unwarned}: those without a due warning
     */
    public record Part(
            String version,
            String risk,
            String counted,
            BigDecimal perHour,
            BigDecimal harmRate,
            BigDecimal lossPerHarm,
            BigDecimal amount) {}

    /** Why a duty has no price. */
    public enum NotPriced {
        NO_DAMAGES("the rulebook counts no damages", "本规则集不计算损害赔偿"),
        NO_FORMULA("no rule turns delay of this duty into money", "没有规则将该义务的迟延折算为金额"),
        OTHER_DUTY("counted under the duty on which the expected harm rests", "已计入预期损害所依据的义务"),
        NO_ESTIMATE(
                "no open risk of it has an estimate in the rulebook's currency",
                "相关风险没有以本规则集货币表示的估计"),
        NO_OUTPUTS("no live affected version has windows of outputs", "没有在用受影响版本的输出窗口");

        private final String en;
        private final String zh;

        NotPriced(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        /** In words. */
        public Wording says() {
            return new Wording(en, zh);
        }
    }
}
