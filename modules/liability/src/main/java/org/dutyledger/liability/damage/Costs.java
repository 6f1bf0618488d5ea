package org.dutyledger.liability.damage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.Measure;
import org.dutyledger.contract.FactData.NoticeSent;
import org.dutyledger.contract.FactData.RemedyApplied;
import org.dutyledger.contract.Money;
import org.dutyledger.liability.damage.Consequences.Cost;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.ConsequenceRules;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/** What recalls and notices cost the one who must bear it, as their facts state it. */
final class Costs {

    private final Rulebook rulebook;
    private final List<Cost> counted = new ArrayList<>();
    private final List<NeededFinding> needs = new ArrayList<>();

    Costs(Rulebook rulebook, Evidence evidence) {
        this.rulebook = rulebook;
        for (String remedy : evidence.ids(Kind.REMEDY)) {
            evidence.about(Kind.REMEDY, remedy).forEach(this::recall);
        }
        for (String about : evidence.ids(Kind.NOTICES)) {
            evidence.about(Kind.NOTICES, about).forEach(this::notice);
        }
        counted.sort(Comparator.comparing(Cost::rule).thenComparing(Cost::about));
    }

    /** Those in the rulebook's currency, by rule, then id. */
    List<Cost> counted() {
        return List.copyOf(counted);
    }

    /** Those in another: left out and named, never converted. */
    List<NeededFinding> needs() {
        return needs;
    }

    private void recall(Fact fact) {
        if (fact.data() instanceof RemedyApplied it && it.measure() == Measure.RECALL) {
            count(it.remedy(), ConsequenceRules.Cost.Of.RECALL, it.cost());
        }
    }

    private void notice(Fact fact) {
        if (fact.data() instanceof NoticeSent it && !it.to().startsWith("authority:")) {
            count(it.notice(), ConsequenceRules.Cost.Of.NOTICE, it.cost());
        }
    }

    private void count(String about, ConsequenceRules.Cost.Of of, @Nullable Money cost) {
        for (ConsequenceRules.Cost rule : rulebook.consequences().costs()) {
            if (cost == null || !rule.of().contains(of)) {
                continue;
            }
            if (cost.currency().equals(rulebook.currency())) {
                String name = of == ConsequenceRules.Cost.Of.RECALL ? "recall" : "notice";
                counted.add(new Cost(about, name, Cents.of(cost.amount()), rule.citation().rule()));
            } else {
                needs.add(new NeededFinding("currency", about, cost.currency() + " not counted"));
            }
        }
    }
}
