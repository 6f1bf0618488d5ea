package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.liability.duty.Knowledge;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/** Knowledge that a test states outright. */
final class Told implements Knowledge {

    private final Map<String, Instant> released = new TreeMap<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private final Map<String, Set<String>> affected = new TreeMap<>();
    private final Map<String, Interval> discovered = new TreeMap<>();
    private final Map<String, Interval> confirmed = new TreeMap<>();
    private final Map<String, List<Interval>> unremedied = new HashMap<>();
    private final Map<List<String>, List<Interval>> breaches = new HashMap<>();

    Told released(String version, Instant at) {
        released.putIfAbsent(version, at);
        return this;
    }

    Told elsewhere(String version) {
        elsewhere.add(version);
        return this;
    }

    Told affects(String risk, String... versions) {
        affected.computeIfAbsent(risk, r -> new TreeSet<>()).addAll(Set.of(versions));
        return this;
    }

    Told discovered(String risk, String from) {
        discovered.put(risk, new Interval(Instant.parse(from), null));
        return this;
    }

    Told confirmed(String risk, String from) {
        confirmed.put(risk, new Interval(Instant.parse(from), null));
        return this;
    }

    Told unremedied(String risk, String from, @Nullable String to) {
        unremedied.computeIfAbsent(risk, r -> new ArrayList<>()).add(interval(from, to));
        return this;
    }

    Told breach(String rule, String about, String from, @Nullable String to) {
        breaches.computeIfAbsent(List.of(rule, about), r -> new ArrayList<>())
                .add(interval(from, to));
        return this;
    }

    private static Interval interval(String from, @Nullable String to) {
        return new Interval(Instant.parse(from), to == null ? null : Instant.parse(to));
    }

    @Override
    public boolean relevant(String version) {
        return released.containsKey(version) && !elsewhere.contains(version);
    }

    @Override
    public @Nullable Instant firstReleased(String version) {
        return released.get(version);
    }

    @Override
    public boolean affected(String risk, String version) {
        return affected.getOrDefault(risk, Set.of()).contains(version);
    }

    @Override
    public boolean live(String version, Instant t) {
        Instant since = released.get(version);
        return since != null && !since.isAfter(t);
    }

    @Override
    public boolean discovered(String risk, Instant t) {
        return discovered.containsKey(risk) && discovered.get(risk).contains(t);
    }

    @Override
    public boolean confirmed(String risk, Instant t) {
        return confirmed.containsKey(risk) && confirmed.get(risk).contains(t);
    }

    @Override
    public boolean remedied(String risk, Instant t) {
        return unremedied.getOrDefault(risk, List.of()).stream().noneMatch(it -> it.contains(t));
    }

    @Override
    public List<Interval> unremedied(String risk, Instant from) {
        return unremedied.getOrDefault(risk, List.of()).stream()
                .filter(it -> it.to() == null || it.to().isAfter(from))
                .map(it -> it.from().isBefore(from) ? new Interval(from, it.to()) : it)
                .toList();
    }

    @Override
    public List<Interval> breaches(String rule, String about) {
        return breaches.getOrDefault(List.of(rule, about), List.of());
    }

    @Override
    public List<String> openRisks() {
        return List.copyOf(discovered.keySet());
    }

    @Override
    public List<String> risks() {
        Set<String> all = new TreeSet<>(affected.keySet());
        all.addAll(discovered.keySet());
        return List.copyOf(all);
    }
}
