package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.law.DamagesRules;
import org.jspecify.annotations.Nullable;

/** What the items of a harm come to (rules 43 to 45). */
public final class Valuation {

    static final String MENTAL = "mental";

    private static final Set<String> PERSONAL =
            Set.of(
                    "medical",
                    "nursing",
                    "transport",
                    "meals",
                    "nutrition",
                    "income",
                    "disability",
                    "death",
                    "funeral");
    private static final BigDecimal FUNERAL_MONTHS = BigDecimal.valueOf(6);

    private final DamagesRules rules;
    private final @Nullable Money medianIncome;

    Valuation(DamagesRules rules, @Nullable Money medianIncome) {
        this.rules = rules;
        this.medianIncome = medianIncome;
    }

    /** An item that the rulebook counts, with what it comes to. */
    record Valued(String head, BigDecimal amount, String rule) {
        boolean mental() {
            return head.equals(MENTAL);
        }

        boolean personal() {
            return PERSONAL.contains(head);
        }
    }

    static boolean hasPersonalItem(HarmRecorded harm) {
        return harm.items().stream().anyMatch(item -> PERSONAL.contains(item.head()));
    }

    /** The first currency of the harm that is not the rulebook's, null: none (rule 43). */
    static @Nullable String foreignCurrency(HarmRecorded harm, String currency) {
        List<@Nullable Money> all = new ArrayList<>();
        for (HarmItem it : harm.items()) {
            all.add(it.amount());
            all.add(it.baseIncome());
            all.add(it.monthlyWage());
        }
        all.add(harm.pricePaid());
        for (Money it : all) {
            if (it != null && !it.currency().equals(currency)) {
                return it.currency();
            }
        }
        return null;
    }

    /** The items that count, in the order of the fact. */
    List<Valued> value(HarmRecorded harm) {
        List<Valued> valued = new ArrayList<>();
        for (HarmItem item : harm.items()) {
            String rule = ruleOf(item, harm);
            BigDecimal whole = rule == null ? null : amount(item, harm.age());
            if (rule != null && whole != null) {
                BigDecimal share = BigDecimal.ONE.subtract(harm.ownFault());
                valued.add(new Valued(item.head(), Cents.of(whole.multiply(share)), rule));
            }
        }
        return valued;
    }

    /** Items left out for want of an income, as findings that are needed. */
    List<NeededFinding> missing(HarmRecorded harm) {
        return harm.items().stream()
                .filter(item -> ruleOf(item, harm) != null && lacksIncome(item))
                .map(item ->
                        new NeededFinding(
                                "base-income", harm.harm(), item.head() + " not computed"))
                .limit(1)
                .toList();
    }

    private @Nullable String ruleOf(HarmItem item, HarmRecorded harm) {
        return harm.professionalUse() && rules.professionalExcluded().contains(item.head())
                ? null
                : rules.heads().get(item.head());
    }

    private boolean lacksIncome(HarmItem item) {
        return item.amount() == null
                && (item.head().equals("disability") || item.head().equals("death"))
                && income(item) == null;
    }

    private @Nullable BigDecimal amount(HarmItem item, @Nullable Integer age) {
        if (item.amount() != null) {
            return item.amount().amount();
        }
        BigDecimal income = income(item);
        return switch (item.head()) {
            case "disability" ->
                    income == null || item.grade() == null
                            ? null
                            : income.multiply(item.grade()).multiply(years(age));
            case "death" -> income == null ? null : income.multiply(years(age));
            case "funeral" ->
                    item.monthlyWage() == null
                            ? null
                            : item.monthlyWage().amount().multiply(FUNERAL_MONTHS);
            default -> null;
        };
    }

    private @Nullable BigDecimal income(HarmItem item) {
        Money income = item.baseIncome() != null ? item.baseIncome() : medianIncome;
        return income == null ? null : income.amount();
    }

    /** Years of income: 20, one less for each year from 60 on, 5 from 75 on. */
    public static BigDecimal years(@Nullable Integer age) {
        if (age == null || age < 60) {
            return BigDecimal.valueOf(20);
        }
        return BigDecimal.valueOf(age < 75 ? 20 - (age - 60) : 5);
    }
}
