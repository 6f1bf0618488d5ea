package org.dutyledger.liability.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.answer.Explanation.Figure.Operation;
import org.dutyledger.liability.damage.HarmAmounts;
import org.dutyledger.liability.damage.JudgedDamages.Item;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.duty.Duties;
import org.dutyledger.liability.duty.Knowledge;
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
    private final List<Fact> facts;
    private final Grounds grounds;
    private final Columns columns;
    private final Points points;

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
        this.grounds = new Grounds(answer, rulebook, facts);
        this.facts = grounds.facts();
        this.points = new Points(answer, rulebook, grounds);
        this.columns = new Columns(answer, rulebook, grounds, amounts(policy));
    }

    private SortedMap<String, HarmAmounts> amounts(Policy policy) {
        Knowledge knowledge =
                Duties.judge(rulebook, policy, answer.model(), facts, answer.asOf()).knowledge();
        return HarmAmounts.of(rulebook, policy, facts, knowledge, answer.asOf());
    }

    /** The whole: totals, harms, and what is still to be found. */
    public Explanation whole() {
        List<Explanation> below = new ArrayList<>();
        below.addAll(columns.all());
        TreeMap<String, List<Item>> byHarm = new TreeMap<>();
        for (Item item : answer.damages().items()) {
            byHarm.computeIfAbsent(item.harm(), harm -> new ArrayList<>()).add(item);
        }
        byHarm.forEach((harm, items) -> below.add(harm(harm, items)));
        below.addAll(uncounted(byHarm.keySet()));
        for (NeededFinding open : answer.damages().needsFinding()) {
            below.add(points.need(open));
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

    /**
     * Harms that come to nothing, with all that bears on them; no harm at all, with the releases.
     */
    private List<Explanation> uncounted(Set<String> counted) {
        List<Explanation> out = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.data() instanceof HarmRecorded it && !counted.contains(it.harm())) {
                out.add(
                        Explanation.of(
                                "harm %s: nothing counts under %s"
                                        .formatted(it.harm(), rulebook.id()),
                                "损害%s：在%s下不计入".formatted(it.harm(), rulebook.id()),
                                grounds.aboutHarm(it.harm())));
            }
        }
        if (out.isEmpty() && counted.isEmpty()) {
            out.add(
                    Explanation.of(
                            "no harm is on record",
                            "没有损害记录",
                            facts.isEmpty()
                                    ? List.of()
                                    : List.of(FactWords.fact(facts.getFirst()))));
        }
        return out;
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
            String amount = Figures.amount(item.amount());
            if (item.head().equals(PUNITIVE)) {
                out.add(item(item, amount, formulas.punitive(item, harm), List.of()));
            } else {
                Iterator<HarmItem> same =
                        operands.computeIfAbsent(
                                item.head(), head -> formulas.computed(harm, head));
                HarmItem of = same.next();
                out.add(
                        item(item, amount, formulas.head(of, harm), formulas.operands(of, harm))
                                .figure(item.amount(), Operation.PRODUCT));
            }
        }
        return out;
    }

    private static Explanation item(
            Item item, String amount, Wording formula, List<Explanation> operands) {
        return Explanation.of(
                "%s %s = %s, %s".formatted(item.head(), amount, formula.en(), item.rule()),
                "%s %s＝%s，%s"
                        .formatted(Terms.of(item.head()).zh(), amount, formula.zh(), item.rule()),
                operands);
    }

    private @Nullable Fact recorded(String harm) {
        return facts.reversed().stream()
                .filter(fact -> fact.data() instanceof HarmRecorded it && it.harm().equals(harm))
                .findFirst()
                .orElse(null);
    }
}
