package org.dutyledger.liability;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/** The harms of each version and risk, by when their outputs were served. */
final class HarmIndex {

    private final Map<String, HarmRecorded> recorded = new HashMap<>();
    private final Map<String, NavigableMap<Instant, NavigableSet<String>>> ofVersion =
            new HashMap<>();
    private final Map<String, NavigableMap<Instant, NavigableSet<String>>> ofRisk = new HashMap<>();

    /** Takes in what a harm is now; null: there is none. */
    void put(String harm, @Nullable HarmRecorded says) {
        HarmRecorded before = says == null ? recorded.remove(harm) : recorded.put(harm, says);
        if (before != null && !before.equals(says)) {
            remove(ofVersion, before.version(), before);
            remove(ofRisk, before.risk(), before);
        }
        if (says != null && !says.equals(before)) {
            add(ofVersion, says.version(), says);
            add(ofRisk, says.risk(), says);
        }
    }

    /** Adds the harms of a version whose outputs were served within a stretch. */
    void addOfVersion(String version, Interval served, NavigableSet<String> to) {
        addServed(ofVersion.get(version), served, to);
    }

    /** Adds the harms of a risk whose outputs were served within a stretch. */
    void addOfRisk(String risk, Interval served, NavigableSet<String> to) {
        addServed(ofRisk.get(risk), served, to);
    }

    private static void addServed(
            @Nullable NavigableMap<Instant, NavigableSet<String>> harms,
            Interval served,
            NavigableSet<String> to) {
        if (harms != null) {
            NavigableMap<Instant, NavigableSet<String>> later = harms.tailMap(served.from(), true);
            Instant end = served.to();
            (end == null ? later : later.headMap(end, false)).values().forEach(to::addAll);
        }
    }

    private static void add(
            Map<String, NavigableMap<Instant, NavigableSet<String>>> index,
            @Nullable String of,
            HarmRecorded says) {
        if (of != null) {
            index.computeIfAbsent(of, id -> new TreeMap<>())
                    .computeIfAbsent(says.outputAt(), at -> new TreeSet<>())
                    .add(says.harm());
        }
    }

    private static void remove(
            Map<String, NavigableMap<Instant, NavigableSet<String>>> index,
            @Nullable String of,
            HarmRecorded says) {
        NavigableMap<Instant, NavigableSet<String>> harms = of == null ? null : index.get(of);
        if (harms != null) {
            NavigableSet<String> same = harms.get(says.outputAt());
            if (same != null && same.remove(says.harm()) && same.isEmpty()) {
                harms.remove(says.outputAt());
            }
        }
    }
}
