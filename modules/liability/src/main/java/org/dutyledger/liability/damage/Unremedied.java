package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DamagesRules;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;

/** When outputs of a version were served with a risk that should have been remedied (rule 56). */
final class Unremedied {

    private final DamagesRules.Potential rule;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final Map<String, Intervals> byRisk = new HashMap<>();
    private final Map<String, Intervals> byVersion = new HashMap<>();

    Unremedied(DamagesRules.Potential rule, Evidence evidence, Knowledge knowledge) {
        this.rule = rule;
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    /** Of one risk, whatever versions it affects. */
    Intervals of(String risk) {
        return byRisk.computeIfAbsent(risk, this::stretches);
    }

    /** Of any risk that affects the version. */
    Intervals ofVersion(String version) {
        return byVersion.computeIfAbsent(
                version,
                it -> {
                    List<Interval> all = new ArrayList<>();
                    for (String risk : evidence.ids(Kind.RISK)) {
                        if (knowledge.affected(risk, it)) {
                            all.addAll(of(risk).list());
                        }
                    }
                    return Intervals.of(all);
                });
    }

    private Intervals stretches(String risk) {
        return switch (rule.remedy()) {
            case NEVER -> Intervals.NONE;
            case IN_BREACH ->
                    rule.rule() == null
                            ? Intervals.NONE
                            : Intervals.of(knowledge.breaches(rule.rule(), risk));
            case DISCOVERED -> discovered(risk);
        };
    }

    /** Whether a risk is discovered changes only at its own facts. */
    private Intervals discovered(String risk) {
        List<Instant> turns = evidence.about(Kind.RISK, risk).stream().map(Fact::time).toList();
        List<Interval> discovered = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (knowledge.discovered(risk, turns.get(i))) {
                Instant until = i + 1 < turns.size() ? turns.get(i + 1) : null;
                discovered.add(new Interval(turns.get(i), until));
            }
        }
        if (discovered.isEmpty()) {
            return Intervals.NONE;
        }
        List<Interval> open = knowledge.unremedied(risk, discovered.getFirst().from());
        return Intervals.of(discovered).intersect(Intervals.of(open));
    }
}
