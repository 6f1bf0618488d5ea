package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.HarmAmounts;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.Scenario;
import org.dutyledger.liability.law.DamagesRules.Punitive;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** The columns of the realised exposure, scenario by scenario, as sums over the harms. */
final class Columns {

    private static final String PUNITIVE = "punitive";

    private final Assessment answer;
    private final Rulebook rulebook;
    private final Grounds grounds;
    private final SortedMap<String, HarmAmounts> harms;

    Columns(
            Assessment answer,
            Rulebook rulebook,
            Grounds grounds,
            SortedMap<String, HarmAmounts> harms) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.grounds = grounds;
        this.harms = harms;
    }

    /** What of a harm a column counts. */
    private enum Column {
        COMPENSATORY,
        EXPANDED,
        PUNITIVE
    }

    /** Compensatory, of it expanded, punitive, and the total. */
    List<Explanation> all() {
        var realised = answer.damages().realised();
        return List.of(
                column("compensatory", "补偿性", realised.compensatory(), Column.COMPENSATORY),
                column("of it expanded", "其中扩大部分", realised.expanded(), Column.EXPANDED),
                column("punitive", "惩罚性", realised.punitive(), Column.PUNITIVE),
                range("total", "合计", realised.total(), total()));
    }

    private Explanation column(String en, String zh, Scenarios amounts, Column column) {
        List<Explanation> scenarios = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            List<Explanation> parts = new ArrayList<>();
            for (Map.Entry<String, HarmAmounts> harm : harms.entrySet()) {
                BigDecimal amount = in(of(harm.getValue(), column), scenario);
                if (amount.signum() != 0) {
                    parts.add(harm(harm.getKey(), amount, column));
                }
            }
            BigDecimal value = in(amounts, scenario);
            scenarios.add(scenario(scenario, value, parts));
        }
        return range(en, zh, amounts, scenarios);
    }

    private List<Explanation> total() {
        var realised = answer.damages().realised();
        List<Explanation> scenarios = new ArrayList<>();
        for (Scenario it : Scenario.values()) {
            BigDecimal compensatory = in(realised.compensatory(), it);
            BigDecimal punitive = in(realised.punitive(), it);
            scenarios.add(
                    scenario(
                            it,
                            in(realised.total(), it),
                            List.of(
                                    given("compensatory", "补偿性", compensatory),
                                    given(PUNITIVE, "惩罚性", punitive))));
        }
        return scenarios;
    }

    private static Explanation scenario(
            Scenario scenario, BigDecimal value, List<Explanation> parts) {
        Wording words =
                switch (scenario) {
                    case LOW -> new Wording("low", "低");
                    case LIKELY -> new Wording("likely", "可能");
                    case HIGH -> new Wording("high", "高");
                };
        String shown = Figures.amount(value);
        return Explanation.of(words.en() + " = " + shown, words.zh() + "＝" + shown, parts)
                .figure(value, Operation.SUM);
    }

    private Explanation harm(String harm, BigDecimal amount, Column column) {
        List<Explanation> below =
                column == Column.PUNITIVE ? multiple(harm, amount) : heads(harm, amount);
        String shown = Figures.amount(amount);
        below.addAll(grounds.about(harm));
        return Explanation.of(
                        "harm %s %s".formatted(harm, shown),
                        "损害%s %s".formatted(harm, shown),
                        below)
                .figure(amount, column == Column.PUNITIVE ? Operation.GREATEST : Operation.SUM);
    }

    /** Its heads, without mental harm where that is what is left out. */
    private List<Explanation> heads(String harm, BigDecimal amount) {
        List<Item> items = items(harm);
        boolean whole = sum(items).compareTo(amount) == 0;
        List<Explanation> heads = new ArrayList<>();
        for (Item it : items) {
            if (whole || !it.head().equals("mental")) {
                heads.add(head(it));
            }
        }
        return heads;
    }

    private static Explanation head(Item item) {
        Wording head = Terms.of(item.head());
        return given(head.en(), head.zh(), item.amount());
    }

    /** The way whose multiple of its base, or least amount, comes to the award. */
    private List<Explanation> multiple(String harm, BigDecimal amount) {
        List<Explanation> below = new ArrayList<>();
        for (Punitive way : rulebook.damages().punitive()) {
            for (boolean mental : new boolean[] {true, false}) {
                Explanation product = product(way, harm, mental);
                Explanation least = least(way);
                BigDecimal award = greatest(value(product), least);
                if (below.isEmpty() && award.compareTo(amount) == 0) {
                    below.add(product);
                    if (least != null) {
                        below.add(least);
                    }
                    below.addAll(grounds.rule(way.rule()));
                }
            }
        }
        return below;
    }

    private Explanation product(Punitive way, String harm, boolean mental) {
        List<Explanation> base = new ArrayList<>();
        switch (way.base()) {
            case PRICE -> {
                var recorded = grounds.harm(harm);
                if (recorded != null && recorded.pricePaid() != null) {
                    base.add(given("price paid", "支付价款", recorded.pricePaid().amount()));
                }
            }
            case PERSONAL_AND_MENTAL ->
                    items(harm).stream()
                            .filter(it -> personal(it) && (mental || !isMental(it)))
                            .forEach(it -> base.add(head(it)));
            case ALL_HEADS ->
                    items(harm).stream()
                            .filter(it -> mental || !isMental(it))
                            .forEach(it -> base.add(head(it)));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Explanation it : base) {
            sum = sum.add(value(it));
        }
        BigDecimal times = BigDecimal.valueOf(way.multiple());
        String shown = Figures.amount(sum.multiply(times));
        return Explanation.of(
                        way.multiple() + " x the base = " + shown,
                        "基数×" + way.multiple() + "＝" + shown,
                        given("multiple", "倍数", times),
                        Explanation.of(
                                        "base " + Figures.amount(sum),
                                        "基数" + Figures.amount(sum),
                                        base)
                                .figure(sum, Operation.SUM))
                .figure(new BigDecimal(shown), Operation.PRODUCT);
    }

    private static @Nullable Explanation least(Punitive way) {
        return way.floor() == null ? null : given("at least", "至少", new BigDecimal(way.floor()));
    }

    private static BigDecimal greatest(BigDecimal award, @Nullable Explanation least) {
        return least == null ? award : award.max(value(least));
    }

    private static boolean isMental(Item item) {
        return item.head().equals("mental");
    }

    private static boolean personal(Item item) {
        return switch (item.head()) {
            case "property", "data", "reputation", "price" -> false;
            default -> true;
        };
    }

    private List<Item> items(String harm) {
        return answer.damages().items().stream()
                .filter(it -> it.harm().equals(harm) && !it.head().equals(PUNITIVE))
                .toList();
    }

    private static BigDecimal sum(List<Item> items) {
        return items.stream().map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Scenarios of(HarmAmounts harm, Column column) {
        return switch (column) {
            case COMPENSATORY -> harm.compensatory();
            case EXPANDED -> harm.expanded();
            case PUNITIVE -> harm.punitive();
        };
    }

    private static BigDecimal in(Scenarios amounts, Scenario scenario) {
        return switch (scenario) {
            case LOW -> amounts.low();
            case LIKELY -> amounts.likely();
            case HIGH -> amounts.high();
        };
    }

    private static BigDecimal value(Explanation it) {
        return it.figure() == null ? BigDecimal.ZERO : it.figure().value();
    }

    private static Explanation given(String en, String zh, BigDecimal value) {
        String shown = value.toPlainString();
        return Explanation.of(en + " " + shown, zh + " " + shown).figure(value, Operation.GIVEN);
    }

    private static Explanation range(
            String en, String zh, Scenarios amounts, List<Explanation> scenarios) {
        String low = Figures.amount(amounts.low());
        String likely = Figures.amount(amounts.likely());
        String high = Figures.amount(amounts.high());
        return Explanation.of(
                "%s: low %s, likely %s, high %s".formatted(en, low, likely, high),
                "%s：低%s，可能%s，高%s".formatted(zh, low, likely, high),
                scenarios);
    }
}
