package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Duty.Breach;
import org.dutyledger.contract.Fact;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** What one judged history knows. */
final class Known implements Knowledge {

    private final Scene scene;
    private final BiFunction<String, String, List<Breach>> breaches;
    private final Map<String, Intervals> unremedied = new HashMap<>();

    /**
     * @param breaches by rule and about; empty where there is no such duty
     */
    Known(Scene scene, BiFunction<String, String, List<Breach>> breaches) {
        this.scene = scene;
        this.breaches = breaches;
    }

    static Known of(Scene scene, List<Duty> duties) {
        Map<String, Map<String, List<Breach>>> byRule = new HashMap<>();
        for (Duty duty : duties) {
            byRule.computeIfAbsent(duty.rule(), rule -> new HashMap<>())
                    .put(duty.about(), duty.breaches());
        }
        return new Known(
                scene,
                (rule, about) ->
                        byRule.getOrDefault(rule, Map.of()).getOrDefault(about, List.of()));
    }

    @Override
    public boolean relevant(String version) {
        return scene.versions().looksAt(version, scene.relevance());
    }

    @Override
    public @Nullable Instant firstReleased(String version) {
        return scene.versions().firstReleased(version);
    }

    @Override
    public boolean live(String version, Instant t) {
        return scene.versions().live(version).contains(t);
    }

    @Override
    public boolean affected(String risk, String version) {
        RiskCase it = scene.risk(risk);
        return it.affected(it.last(), scene.relevance()).contains(version);
    }

    @Override
    public boolean discovered(String risk, Instant t) {
        return scene.risk(risk).episodes().stream().anyMatch(it -> runs(it.discovered(), it, t));
    }

    @Override
    public boolean confirmed(String risk, Instant t) {
        return scene.risk(risk).episodes().stream()
                .anyMatch(it -> runs(timeOf(it.confirmation()), it, t));
    }

    private static @Nullable Instant timeOf(@Nullable Fact fact) {
        return fact == null ? null : fact.time();
    }

    private static boolean runs(@Nullable Instant from, Episode episode, Instant t) {
        Instant ended = episode.ended();
        return from != null && !from.isAfter(t) && (ended == null || t.isBefore(ended));
    }

    @Override
    public boolean remedied(String risk, Instant t) {
        return !unremedied(risk).contains(t);
    }

    @Override
    public List<Interval> unremedied(String risk, Instant from) {
        List<Interval> open = new ArrayList<>();
        for (Interval it : unremedied(risk).from(from).list()) {
            if (!it.from().isAfter(scene.asOf())) {
                open.add(it);
            }
        }
        return open;
    }

    private Intervals unremedied(String risk) {
        return unremedied.computeIfAbsent(
                risk,
                id -> {
                    RiskCase it = scene.risk(id);
                    return it.unremedied(
                            it.affected(it.last(), scene.relevance()), RiskDuties.WORKS);
                });
    }

    @Override
    public List<Interval> breaches(String rule, String about) {
        return breaches.apply(rule, about).stream()
                .map(it -> new Interval(it.from(), it.to()))
                .toList();
    }

    @Override
    public boolean breached(String rule, String about, Instant t) {
        List<Breach> all = breaches.apply(rule, about);
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).from().isAfter(t)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Instant to = low == 0 ? Instant.MIN : all.get(low - 1).to();
        return to == null || t.isBefore(to);
    }

    @Override
    public List<String> openRisks() {
        return risks().stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(String risk) {
        Episode last = scene.risk(risk).last();
        return last != null && last.discovered() != null && last.dismissal() == null;
    }

    @Override
    public List<String> risks() {
        return scene.said(Kind.RISK);
    }
}
