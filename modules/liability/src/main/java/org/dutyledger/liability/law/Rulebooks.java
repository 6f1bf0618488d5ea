package org.dutyledger.liability.law;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rulebooks that come with the product. */
public final class Rulebooks {

    private static final List<String> IDS =
            List.of(
                    "cn-product",
                    "cn-reform",
                    "cn-service",
                    "eu",
                    "eu-breach",
                    "jp",
                    "kr",
                    "uk",
                    "us-frontier");
    private static final Map<String, Rulebook> LOADED = new ConcurrentHashMap<>();

    private Rulebooks() {}

    /** Their ids, sorted. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public static Rulebook load(String id) {
        return LOADED.computeIfAbsent(id, name -> RulebookReader.read(yaml(name)));
    }

    /** All of them, in the order of their ids. */
    public static List<Rulebook> all() {
        return IDS.stream().map(Rulebooks::load).toList();
    }

    /**
     * The YAML of one of them, as it was written.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public static String yaml(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no such rulebook: " + id + ", expected " + IDS);
        }
        return Resources.text("/rulebooks/" + id + ".yaml");
    }

    /** The JSON Schema of rulebooks, which editors complete by. */
    public static String schema() {
        return Resources.text("/schemas/rulebook.json");
    }
}
