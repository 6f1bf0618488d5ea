package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.dutyledger.liability.damage.JudgedDamages.Defence;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Presumption;
import org.dutyledger.liability.damage.JudgedDamages.TimeBar;
import org.jspecify.annotations.Nullable;

/**
 * What one harm comes to, whatever other harms there are. Only whether it is one of several (rule
 * 52, {@code CN-REFORM-5.3}) depends on those, so both cases are here.
 *
 * @param outputAt when the output was served; harms count as repeated in this order, then by id
 * @param once if it is not one of several
 * @param repeated if it is
 * @param needs findings that do not turn on an amount
 */
public record HarmVerdict(
        String harm,
        Instant outputAt,
        Outcomes once,
        Outcomes repeated,
        List<NeededFinding> needs,
        List<TimeBar> timeBars,
        List<Defence> defences,
        List<Presumption> presumptions) {

    /** A harm that takes no part. */
    static HarmVerdict none(String harm, Instant outputAt, List<NeededFinding> needs) {
        return new HarmVerdict(
                harm,
                outputAt,
                Outcomes.NONE,
                Outcomes.NONE,
                needs,
                List.of(),
                List.of(),
                List.of());
    }

    /** The outcomes that hold. */
    public Outcomes outcomes(boolean oneOfSeveral) {
        return oneOfSeveral ? repeated : once;
    }

    /** When the passing of time alone next changes this verdict, null: never. */
    public @Nullable Instant changesAt() {
        return timeBars.stream()
                .filter(bar -> bar.state().equals(TimeBars.OPEN))
                .map(TimeBar::ends)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * The three scenarios.
     *
     * @param items what the high scenario counts, in the order of the fact, punitive last
     * @param effects open questions that change the harm
     */
    public record Outcomes(
            Outcome low, Outcome likely, Outcome high, List<Item> items, List<Effect> effects) {

        static final Outcomes NONE =
                new Outcomes(Outcome.NONE, Outcome.NONE, Outcome.NONE, List.of(), List.of());

        /** The outcome in a scenario. */
        public Outcome in(Scenario scenario) {
            return switch (scenario) {
                case LOW -> low;
                case LIKELY -> likely;
                case HIGH -> high;
            };
        }
    }

    /**
     * What is owed for the harm in one scenario.
     *
     * @param liable whether anybody answers for it, be it with nothing to pay
     * @param expanded a part of {@code compensatory}
     */
    public record Outcome(
            boolean liable, BigDecimal compensatory, BigDecimal expanded, BigDecimal punitive) {

        static final Outcome NONE = new Outcome(false, Cents.NONE, Cents.NONE, Cents.NONE);

        /** Compensatory and punitive. */
        public BigDecimal total() {
            return compensatory.add(punitive);
        }
    }

    /** What an open question turns: the column with it answered against and for the claimant. */
    public record Effect(
            Question question, String about, BigDecimal against, BigDecimal forClaimant) {}
}
