package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/** Why the realised exposure is what it is: harm by harm, item by item, with every operand. */
public final class ExposureExplanation {

    private static final String PUNITIVE = "punitive";

    private final Assessment answer;
    private final Rulebook rulebook;
    private final ItemFormulas formulas;
    private final Collection<Fact> facts;

    /**
     * Explains the exposure of one answer.
     *
     * @param rulebook and {@code policy} those that it was judged under
     * @param facts at least the harms of its model, in fact order
     */
    public ExposureExplanation(
            Assessment answer, Rulebook rulebook, Policy policy, Collection<Fact> facts) {
        this.answer = answer;
        this.rulebook = rulebook;
        this.formulas = new ItemFormulas(rulebook, policy);
        this.facts = facts;
    }

    /** The whole: totals, harms, and what is still to be found. */
    public Explanation whole() {
        List<Explanation> below = new ArrayList<>();
        below.add(range("compensatory", "补偿性", answer.damages().realised().compensatory()));
        below.add(range("of it expanded", "其中扩大部分", answer.damages().realised().expanded()));
        below.add(range("punitive", "惩罚性", answer.damages().realised().punitive()));
        TreeMap<String, List<Item>> byHarm = new TreeMap<>();
        for (Item item : answer.damages().items()) {
            byHarm.computeIfAbsent(item.harm(), harm -> new ArrayList<>()).add(item);
        }
        byHarm.forEach((harm, items) -> below.add(harm(harm, items)));
        for (NeededFinding open : answer.damages().needsFinding()) {
            below.add(
                    Explanation.of(
                            "open: %s about %s, %s"
                                    .formatted(open.question(), open.about(), open.effect()),
                            "待认定：%s（关于%s），%s"
                                    .formatted(open.question(), open.about(), open.effect())));
        }
        if (!answer.damages().items().isEmpty()) {
            below.add(rules());
        }
        Scenarios total = answer.damages().realised().total();
        return Explanation.of(
                "realised exposure of %s under %s: %s to %s, likely %s %s"
                        .formatted(
                                answer.model(),
                                rulebook.id(),
                                Figures.amount(total.low()),
                                Figures.amount(total.high()),
                                Figures.amount(total.likely()),
                                rulebook.currency()),
                "%s在%s下的已实现敞口：%s至%s，可能值%s %s"
                        .formatted(
                                answer.model(),
                                rulebook.id(),
                                Figures.amount(total.low()),
                                Figures.amount(total.high()),
                                Figures.amount(total.likely()),
                                rulebook.currency()),
                below);
    }

    /** Each rule of an item once. */
    private Explanation rules() {
        TreeMap<String, Citation> cited = new TreeMap<>();
        for (Item item : answer.damages().items()) {
            Citation rule = rulebook.damages().citations().get(item.rule());
            if (rule != null) {
                cited.put(item.rule(), rule);
            }
        }
        return Explanation.of(
                "by these rules:", "依据以下规则：", cited.values().stream().map(LawWords::rule).toList());
    }

    private static Explanation range(String en, String zh, Scenarios amounts) {
        String low = Figures.amount(amounts.low());
        String likely = Figures.amount(amounts.likely());
        String high = Figures.amount(amounts.high());
        return Explanation.of(
                "%s: low %s, likely %s, high %s".formatted(en, low, likely, high),
                "%s：低%s，可能%s，高%s".formatted(zh, low, likely, high));
    }

    private Explanation harm(String id, List<Item> items) {
        Fact recorded = recorded(id);
        List<Explanation> below = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal heads = BigDecimal.ZERO;
        for (Item item : items) {
            sum = sum.add(item.amount());
            heads = item.head().equals(PUNITIVE) ? heads : heads.add(item.amount());
        }
        if (recorded != null && recorded.data() instanceof HarmRecorded harm) {
            below.add(FactWords.fact(recorded));
            below.addAll(items(harm, items));
        }
        return Explanation.of(
                "harm %s: up to %s, of it heads %s"
                        .formatted(id, Figures.amount(sum), Figures.amount(heads)),
                "损害%s：最高%s，其中各项%s".formatted(id, Figures.amount(sum), Figures.amount(heads)),
                below);
    }

    private List<Explanation> items(HarmRecorded harm, List<Item> items) {
        List<Explanation> out = new ArrayList<>();
        TreeMap<String, Iterator<HarmItem>> operands = new TreeMap<>();
        for (Item item : items) {
            Wording formula;
            if (item.head().equals(PUNITIVE)) {
                formula = formulas.punitive(item, harm);
            } else {
                Iterator<HarmItem> same =
                        operands.computeIfAbsent(
                                item.head(), head -> formulas.computed(harm, head));
                formula = formulas.head(same.next(), harm);
            }
            String amount = Figures.amount(item.amount());
            out.add(
                    Explanation.of(
                            "%s %s = %s, %s"
                                    .formatted(item.head(), amount, formula.en(), item.rule()),
                            "%s %s＝%s，%s"
                                    .formatted(item.head(), amount, formula.zh(), item.rule())));
        }
        return out;
    }

    private @Nullable Fact recorded(String harm) {
        return facts.stream()
                .filter(fact -> fact.model().equals(answer.model()))
                .filter(fact -> fact.data() instanceof HarmRecorded it && it.harm().equals(harm))
                .findFirst()
                .orElse(null);
    }
}
