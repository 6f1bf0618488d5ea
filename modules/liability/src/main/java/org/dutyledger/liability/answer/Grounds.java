package org.dutyledger.liability.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.history.Cut;
import org.dutyledger.liability.history.Subject;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.Citation;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.law.DutyRule;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/** The facts and the rules behind one answer, as reasons. */
final class Grounds {

    private final Rulebook rulebook;
    private final List<Fact> facts;

    Grounds(Assessment answer, Rulebook rulebook, Collection<Fact> facts) {
        this.rulebook = rulebook;
        this.facts = Cut.of(facts, answer.model(), answer.asOf(), answer.knownAt()).facts();
    }

    /** In fact order. */
    List<Fact> facts() {
        return facts;
    }

    /** The facts about an id, of whatever kind it is; coverage left out. */
    List<Explanation> about(String id) {
        return those(it -> {
            Subject subject = Subject.of(it.data());
            return subject != null && subject.id().equals(id) && subject.kind() != Kind.COVERAGE;
        });
    }

    /** The facts about a harm, its risk and its version. */
    List<Explanation> aboutHarm(String id) {
        HarmRecorded harm = harm(id);
        List<Explanation> reasons = new ArrayList<>(about(id));
        if (harm != null) {
            if (harm.risk() != null) {
                reasons.addAll(about(harm.risk()));
            }
            if (harm.incident() != null) {
                reasons.addAll(about(harm.incident()));
            }
            reasons.addAll(about(harm.version()));
        }
        return reasons.stream().distinct().toList();
    }

    List<Explanation> those(Predicate<Fact> which) {
        return facts.stream().filter(which).map(FactWords::fact).toList();
    }

    /** As recorded last, null: unknown. */
    @Nullable HarmRecorded harm(String id) {
        HarmRecorded last = null;
        for (Fact fact : facts) {
            if (fact.data() instanceof HarmRecorded it && it.harm().equals(id)) {
                last = it;
            }
        }
        return last;
    }

    /** The rule with its article; none if the rulebook only names it. */
    List<Explanation> rule(String id) {
        return citations().filter(it -> it.rule().equals(id)).limit(1).map(LawWords::rule).toList();
    }

    /** The rules on who answers at all: those of damages that are of no head, gate or bar. */
    List<Explanation> basis() {
        DamagesRules damages = rulebook.damages();
        Set<String> others = new HashSet<>(damages.heads().values());
        damages.defences().forEach(it -> others.add(it.rule()));
        damages.presumptions().forEach(it -> others.add(it.rule()));
        damages.timeBars().forEach(it -> others.add(it.rule()));
        damages.punitive().forEach(it -> others.add(it.rule()));
        if (damages.presumedLeak() != null) {
            others.add(damages.presumedLeak());
        }
        return damages.citations().values().stream()
                .filter(it -> !others.contains(it.rule()))
                .map(LawWords::rule)
                .toList();
    }

    private Stream<Citation> citations() {
        return Stream.of(
                        rulebook.duties().stream().map(DutyRule::citation),
                        rulebook.damages().citations().values().stream(),
                        rulebook.roleCitations().values().stream(),
                        rulebook.consequences().citations().stream())
                .flatMap(each -> each);
    }
}
