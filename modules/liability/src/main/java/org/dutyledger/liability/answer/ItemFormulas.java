package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.Valuation;
import org.dutyledger.liability.law.DamagesRules.Punitive;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** The arithmetic of items of damage in words, with every operand (semantics rules 44, 52). */
final class ItemFormulas {

    private final Rulebook rulebook;
    private final Policy policy;

    ItemFormulas(Rulebook rulebook, Policy policy) {
        this.rulebook = rulebook;
        this.policy = policy;
    }

    /** The items of a head that come to an amount, in the order of the fact. */
    Iterator<HarmItem> computed(HarmRecorded harm, String head) {
        return harm.items().stream()
                .filter(item -> item.head().equals(head))
                .filter(this::comesToAnAmount)
                .iterator();
    }

    /** How a head comes to its amount. */
    Wording head(HarmItem item, HarmRecorded harm) {
        Wording whole = whole(item, harm);
        if (harm.ownFault().signum() == 0) {
            return whole;
        }
        String share = harm.ownFault().toPlainString();
        return new Wording(
                "%s x (1 - %s own fault)".formatted(whole.en(), share),
                "%s×（1－自身过错%s）".formatted(whole.zh(), share));
    }

    /** The numbers whose product a head is. */
    List<Explanation> operands(HarmItem item, HarmRecorded harm) {
        List<Explanation> operands = new ArrayList<>();
        if (item.amount() != null) {
            operands.add(given("as recorded", "记录金额", item.amount().amount()));
        } else if (item.monthlyWage() != null) {
            operands.add(given("monthly wage", "月工资", item.monthlyWage().amount()));
            operands.add(given("months", "月数", BigDecimal.valueOf(6)));
        } else {
            BigDecimal income = income(item);
            operands.add(given("yearly income", "年收入", income == null ? BigDecimal.ZERO : income));
            operands.add(given("years", "年数", Valuation.years(harm.age())));
            if (item.grade() != null) {
                operands.add(given("grade", "系数", item.grade()));
            }
        }
        if (harm.ownFault().signum() != 0) {
            operands.add(
                    given(
                            "share that is not own fault",
                            "非自身过错份额",
                            BigDecimal.ONE.subtract(harm.ownFault())));
        }
        return operands;
    }

    private static Explanation given(String en, String zh, BigDecimal value) {
        String shown = value.toPlainString();
        return Explanation.of(en + " " + shown, zh + shown)
                .figure(value, Explanation.Figure.Operation.GIVEN);
    }

    private boolean comesToAnAmount(HarmItem item) {
        boolean graded = !item.head().equals("disability") || item.grade() != null;
        return item.amount() != null
                || item.monthlyWage() != null
                || (graded && income(item) != null);
    }

    private Wording whole(HarmItem item, HarmRecorded harm) {
        if (item.amount() != null) {
            String amount = item.amount().amount().toPlainString();
            return new Wording(amount + " as recorded", "记录金额" + amount);
        }
        if (item.monthlyWage() != null) {
            String wage = item.monthlyWage().amount().toPlainString();
            return new Wording("monthly wage %s x 6".formatted(wage), "月工资%s×6".formatted(wage));
        }
        Money median = policy.medianIncome(rulebook.jurisdiction());
        BigDecimal income = income(item);
        String base = income == null ? "?" : income.toPlainString();
        boolean own = item.baseIncome() != null || median == null;
        String years = Valuation.years(harm.age()).toPlainString();
        String grade = item.grade() == null ? "" : item.grade().toPlainString();
        String age = harm.age() == null ? "" : harm.age().toString();
        return new Wording(
                "yearly income %s%s%s x %s years%s"
                        .formatted(
                                base,
                                own ? "" : " (the policy's median)",
                                grade.isEmpty() ? "" : " x grade " + grade,
                                years,
                                age.isEmpty() ? "" : " (age " + age + ")"),
                "年收入%s%s%s×%s年%s"
                        .formatted(
                                base,
                                own ? "" : "（政策中位数）",
                                grade.isEmpty() ? "" : "×系数" + grade,
                                years,
                                age.isEmpty() ? "" : "（" + age + "岁）"));
    }

    private @Nullable BigDecimal income(HarmItem item) {
        Money income =
                item.baseIncome() != null
                        ? item.baseIncome()
                        : policy.medianIncome(rulebook.jurisdiction());
        return income == null ? null : income.amount();
    }

    /** How punitive damages come to their amount. */
    Wording punitive(Item item, HarmRecorded harm) {
        Punitive way =
                rulebook.damages().punitive().stream()
                        .filter(each -> each.rule().equals(item.rule()))
                        .findFirst()
                        .orElseThrow();
        return switch (way.base()) {
            case PRICE -> price(way, harm);
            case PERSONAL_AND_MENTAL ->
                    times(way, item, "the personal and mental heads", "人身与精神损害");
            case ALL_HEADS -> times(way, item, "all heads", "全部损失");
        };
    }

    private static Wording price(Punitive way, HarmRecorded harm) {
        String paid = harm.pricePaid() == null ? "?" : harm.pricePaid().amount().toPlainString();
        String least = way.floor() == null ? "0.00" : way.floor();
        return new Wording(
                "%d x price %s, at least %s".formatted(way.multiple(), paid, least),
                "价款%s×%d，至少%s".formatted(paid, way.multiple(), least));
    }

    private static Wording times(Punitive way, Item item, String en, String zh) {
        String base = Figures.amount(item.amount().divide(BigDecimal.valueOf(way.multiple())));
        return new Wording(
                "%d x %s (%s)%s"
                        .formatted(way.multiple(), base, en, way.capOnly() ? ", a cap" : ""),
                "%s（%s）×%d%s".formatted(base, zh, way.multiple(), way.capOnly() ? "，为上限" : ""));
    }
}
