package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.CoverageObserved;
import org.jspecify.annotations.Nullable;

/**
 * What facts touched since duties were last judged, each with the earliest instant from which
 * something can be different: a fact changes nothing before its own time.
 */
public final class Touched {

    final NavigableMap<String, Instant> risks = new TreeMap<>();
    final NavigableMap<String, Instant> versions = new TreeMap<>();
    final NavigableMap<String, Instant> coverage = new TreeMap<>();

    /** Windows of their own that came. */
    final List<CoverageObserved> windows = new ArrayList<>();

    /** Reports of risks that came or went. */
    final List<Fact> reports = new ArrayList<>();

    final NavigableSet<String> incidents = new TreeSet<>();
    private final NavigableSet<String> harms = new TreeSet<>();
    private final List<String> by = new ArrayList<>();
    @Nullable Instant allVersions;
    @Nullable Instant service;
    @Nullable Instant monitoring;
    private boolean everything;

    static void mark(NavigableMap<String, Instant> map, String id, Instant from) {
        map.merge(id, from, Touched::earlier);
    }

    void allVersions(Instant from) {
        allVersions = allVersions == null ? from : earlier(allVersions, from);
    }

    /** When versions were in service is another now. */
    void service(Instant from) {
        service = service == null ? from : earlier(service, from);
        monitoring(from);
    }

    void monitoring(Instant from) {
        monitoring = monitoring == null ? from : earlier(monitoring, from);
    }

    void everything() {
        everything = true;
    }

    void harm(String harm) {
        harms.add(harm);
    }

    void by(String fact) {
        by.add(fact);
    }

    /** Whether nothing was touched. */
    boolean isEmpty() {
        return !everything && by.isEmpty();
    }

    /** Whether nothing that was judged can be relied on. */
    public boolean isEverything() {
        return everything;
    }

    /** Harms that a fact is about. */
    public NavigableSet<String> harms() {
        return harms;
    }

    /** Ids of the facts that touched something, in the order they came. */
    public List<String> facts() {
        return by;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
