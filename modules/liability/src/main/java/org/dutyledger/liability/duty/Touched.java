package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    // Most facts touch one thing: what stays empty is not made
    private NavigableMap<String, Instant> risks = Collections.emptyNavigableMap();
    private NavigableMap<String, Instant> versions = Collections.emptyNavigableMap();
    private NavigableMap<String, Instant> coverage = Collections.emptyNavigableMap();
    private List<CoverageObserved> windows = List.of();
    private List<Fact> reports = List.of();
    private NavigableSet<String> incidents = Collections.emptyNavigableSet();
    private NavigableSet<String> harms = Collections.emptyNavigableSet();
    private List<String> by = List.of();
    @Nullable Instant allVersions;
    @Nullable Instant service;
    @Nullable Instant monitoring;
    private boolean everything;

    void risk(String id, Instant from) {
        risks = marked(risks, id, from);
    }

    void version(String id, Instant from) {
        versions = marked(versions, id, from);
    }

    /** What windows say of a version, otherwise than by one more of its own. */
    void coverage(String version, Instant from) {
        coverage = marked(coverage, version, from);
    }

    /** A window of its own that came. */
    void window(CoverageObserved window) {
        windows = added(windows, window);
    }

    /** A report of a risk that came or went. */
    void report(Fact report) {
        reports = added(reports, report);
    }

    void incident(String id) {
        incidents = added(incidents, id);
    }

    NavigableMap<String, Instant> risks() {
        return risks;
    }

    NavigableMap<String, Instant> versions() {
        return versions;
    }

    NavigableMap<String, Instant> coverage() {
        return coverage;
    }

    List<CoverageObserved> windows() {
        return windows;
    }

    List<Fact> reports() {
        return reports;
    }

    NavigableSet<String> incidents() {
        return incidents;
    }

    /** The map with one more mark, the earlier of two on the same. */
    static NavigableMap<String, Instant> marked(
            NavigableMap<String, Instant> map, String id, Instant from) {
        NavigableMap<String, Instant> marked = map.isEmpty() ? new TreeMap<>() : map;
        marked.merge(id, from, Touched::earlier);
        return marked;
    }

    private static <T> List<T> added(List<T> list, T one) {
        List<T> added = list.isEmpty() ? new ArrayList<>(1) : list;
        added.add(one);
        return added;
    }

    private static NavigableSet<String> added(NavigableSet<String> set, String one) {
        NavigableSet<String> added = set.isEmpty() ? new TreeSet<>() : set;
        added.add(one);
        return added;
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
        harms = added(harms, harm);
    }

    void by(String fact) {
        by = added(by, fact);
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
