package org.dutyledger.liability.quality;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Status;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.QualityAssessed;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.history.CoverageWindows;
import org.dutyledger.liability.law.ConsequenceRules;
import org.dutyledger.liability.quality.Quality.Coverage;
import org.dutyledger.liability.quality.Quality.Criterion;
import org.dutyledger.liability.quality.Quality.Kept;
import org.jspecify.annotations.Nullable;

/** Puts together what the record says of the quality of each version. */
public final class QualityStandard {

    private final Knowledge knowledge;
    private final List<Duty> duties;
    private final Instant asOf;
    private final Map<String, Map<String, Criterion>> assessed = new TreeMap<>();
    private final Map<String, List<Fact>> observed = new TreeMap<>();
    private final Set<String> versions = new TreeSet<>();

    private QualityStandard(
            List<Fact> orderedCut, Knowledge knowledge, List<Duty> duties, Instant asOf) {
        this.knowledge = knowledge;
        this.duties = duties;
        this.asOf = asOf;
        orderedCut.forEach(this::take);
    }

    /**
     * The quality of every relevant version that is released or was assessed, by version, then
     * rule.
     *
     * @param orderedCut the facts in fact order
     */
    public static List<Quality> of(
            List<ConsequenceRules.Quality> rules,
            List<Fact> orderedCut,
            Knowledge knowledge,
            List<Duty> duties,
            Instant asOf) {
        if (rules.isEmpty()) {
            return List.of();
        }
        QualityStandard standard = new QualityStandard(orderedCut, knowledge, duties, asOf);
        return standard.versions.stream()
                .filter(knowledge::relevant)
                .flatMap(version -> rules.stream().map(rule -> standard.of(rule, version)))
                .toList();
    }

    private void take(Fact fact) {
        if (fact.data() instanceof QualityAssessed it) {
            versions.add(it.version());
            Map<String, Criterion> of =
                    assessed.computeIfAbsent(it.version(), version -> new TreeMap<>());
            it.criteria()
                    .forEach((name, value) ->
                            of.put(
                                    name,
                                    new Criterion(
                                            name,
                                            value,
                                            it.standard(),
                                            it.assessor(),
                                            fact.time(),
                                            fact.id())));
        } else if (fact.data() instanceof ModelReleased it) {
            versions.add(it.version());
        } else if (fact.data() instanceof CoverageObserved it) {
            observed.computeIfAbsent(it.version(), version -> new ArrayList<>()).add(fact);
        }
    }

    private Quality of(ConsequenceRules.Quality rule, String version) {
        Map<String, Criterion> of = assessed.getOrDefault(version, Map.of());
        List<Criterion> criteria = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : rule.criteria()) {
            Criterion criterion = of.get(name);
            if (criterion == null) {
                missing.add(name);
            } else {
                criteria.add(criterion);
            }
        }
        return new Quality(
                version,
                rule.citation().rule(),
                List.copyOf(criteria),
                List.copyOf(missing),
                kept(rule.warning(), Set.of(version)),
                coverage(version),
                kept(rule.remediation(), risksOf(version)));
    }

    private Set<String> risksOf(String version) {
        Set<String> risks = new TreeSet<>();
        for (String risk : knowledge.risks()) {
            if (knowledge.affected(risk, version)) {
                risks.add(risk);
            }
        }
        return risks;
    }

    private List<Kept> kept(Set<String> rules, Set<String> about) {
        return duties.stream()
                .filter(it -> rules.contains(it.rule()) && about.contains(it.about()))
                .filter(it -> it.arose() != null || it.late())
                .filter(it -> it.status() != Status.NOT_YET)
                .sorted(Comparator.comparing(Duty::rule).thenComparing(Duty::about))
                .map(it -> new Kept(it.rule(), it.about(), it.status(), it.late(), breached(it)))
                .toList();
    }

    private Duration breached(Duty duty) {
        Duration breached = Duration.ZERO;
        for (Duty.Breach it : duty.breaches()) {
            Instant to = it.to() == null ? asOf : it.to();
            breached = breached.plus(Duration.between(it.from(), to));
        }
        return breached;
    }

    private @Nullable Coverage coverage(String version) {
        Collection<CoverageObserved> windows =
                CoverageWindows.latest(observed.getOrDefault(version, List.of()));
        BigInteger outputs = BigInteger.ZERO;
        BigInteger warned = BigInteger.ZERO;
        for (CoverageObserved it : windows) {
            outputs = outputs.add(BigInteger.valueOf(it.outputs()));
            warned = warned.add(BigInteger.valueOf(it.warned()));
        }
        return outputs.signum() == 0 ? null : new Coverage(outputs, warned);
    }
}
