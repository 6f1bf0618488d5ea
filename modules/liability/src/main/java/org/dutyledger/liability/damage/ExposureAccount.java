package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.liability.damage.HarmVerdict.Outcome;
import org.dutyledger.liability.damage.HarmVerdict.Outcomes;
import org.dutyledger.liability.law.Policy;
import org.dutyledger.liability.law.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the verdicts on a model's harms (rule 53), kept verdict by verdict: another one costs
 * the same however many there are. Here lies the one rule that looks across harms: from the
 * policy's {@code repeat}-th liable harm on, each is one of several (rule 52).
 */
public final class ExposureAccount {

    private final String currency;
    private final SortedMap<String, HarmVerdict> verdicts = new TreeMap<>();
    private final Map<Scenario, Column> columns = new EnumMap<>(Scenario.class);

    /** Holds no verdict yet. */
    public ExposureAccount(Rulebook rulebook, Policy policy) {
        this.currency = rulebook.currency();
        for (Scenario scenario : Scenario.values()) {
            columns.put(scenario, new Column(scenario, policy.repeat()));
        }
    }

    /** Takes a verdict in; the one on the same harm before goes out. */
    public void put(HarmVerdict verdict) {
        HarmVerdict before = verdicts.put(verdict.harm(), verdict);
        for (Column column : columns.values()) {
            if (before != null) {
                column.remove(before);
            }
            column.add(verdict);
        }
    }

    /** Takes the verdict on a harm out, if there is one. */
    public void remove(String harm) {
        HarmVerdict before = verdicts.remove(harm);
        if (before != null) {
            columns.values().forEach(column -> column.remove(before));
        }
    }

    /** The verdict on a harm, null: none. */
    public @Nullable HarmVerdict verdict(String harm) {
        return verdicts.get(harm);
    }

    /** All verdicts, by harm. */
    public Collection<HarmVerdict> verdicts() {
        return Collections.unmodifiableCollection(verdicts.values());
    }

    /** What all harms come to. */
    public Exposure exposure() {
        return new Exposure(
                currency,
                scenarios(it -> column(it).compensatory()),
                scenarios(it -> column(it).expanded()),
                scenarios(it -> column(it).punitive()));
    }

    /** What a harm comes to in a scenario, its place among the others regarded. */
    Outcome outcome(String harm, Scenario scenario) {
        HarmVerdict verdict = verdicts.get(harm);
        return verdict == null
                ? Outcome.NONE
                : verdict.outcomes(column(scenario).oneOfSeveral(verdict)).in(scenario);
    }

    /** The outcomes of a verdict at its place in {@code high}. */
    Outcomes outcomesOfHigh(HarmVerdict verdict) {
        return verdict.outcomes(column(Scenario.HIGH).oneOfSeveral(verdict));
    }

    static Scenarios scenarios(Function<Scenario, BigDecimal> of) {
        return new Scenarios(
                of.apply(Scenario.LOW), of.apply(Scenario.LIKELY), of.apply(Scenario.HIGH));
    }

    private Column column(Scenario scenario) {
        Column column = columns.get(scenario);
        if (column == null) {
            throw new IllegalStateException("no column for " + scenario);
        }
        return column;
    }
}
