package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.List;
import org.dutyledger.liability.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What damages ask of the versions, risks and duties of one model, judged under one rulebook and
 * policy as of one instant.
 */
public interface Knowledge {

    /** Whether the version is relevant to the rulebook (rule 15); an unknown one is not. */
    boolean relevant(String version);

    /** When the version was first released, null: never (as of the instant judged). */
    @Nullable Instant firstReleased(String version);

    /** Whether the version is in service at {@code t} (rule 16). */
    boolean live(String version, Instant t);

    /** Whether the version is affected by the risk (rule 17, last episode). */
    boolean affected(String risk, String version);

    /** Discovered at or before {@code t} and not yet dismissed then (rule 20, constructive). */
    boolean discovered(String risk, Instant t);

    /** Confirmed at or before {@code t} and not yet dismissed then (rule 20, actual). */
    boolean confirmed(String risk, Instant t);

    /** {@code S(t)} of rule 26. */
    boolean remedied(String risk, Instant t);

    /** Where {@code S} is false, from {@code from} to the instant judged (open there). */
    List<Interval> unremedied(String risk, Instant from);

    /** Breach intervals of a duty, all episodes; empty if there is no such duty. */
    List<Interval> breaches(String rule, String about);

    /** Whether {@code t} lies in one of those. */
    default boolean breached(String rule, String about, Instant t) {
        return breaches(rule, about).stream().anyMatch(it -> it.contains(t));
    }

    /** Discovered and not dismissed risks of the last episode, sorted. */
    List<String> openRisks();

    /** All risks that a fact of the cut names as its subject, sorted. */
    List<String> risks();
}
