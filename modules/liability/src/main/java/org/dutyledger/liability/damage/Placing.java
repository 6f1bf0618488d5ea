package org.dutyledger.liability.damage;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.liability.duty.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * When a version was placed on the market (rule 47).
 *
 * @param presumed taking the first undecided version on the way back as a modification
 * @param possible every instant that the undecided versions leave open
 * @param undecided the first undecided version on the way back, null: none
 */
record Placing(Instant presumed, Set<Instant> possible, @Nullable String undecided) {

    /** Goes back from a released version to the one that was placed; null: never released. */
    static @Nullable Placing of(String version, Evidence evidence, Knowledge knowledge) {
        Instant presumed = null;
        Set<Instant> possible = new LinkedHashSet<>();
        String undecided = null;
        Set<String> seen = new HashSet<>();
        String next = version;
        while (next != null) {
            Instant released = knowledge.firstReleased(next);
            if (released == null) {
                break;
            }
            seen.add(next);
            String previous = previous(next, seen, evidence, knowledge);
            Boolean modification = evidence.substantialModification(next);
            if (previous == null || modification == null || modification) {
                possible.add(released);
                presumed = presumed == null ? released : presumed;
            }
            if (previous == null || Boolean.TRUE.equals(modification)) {
                break;
            }
            if (modification == null && undecided == null) {
                undecided = next;
            }
            next = previous;
        }
        return presumed == null ? null : new Placing(presumed, possible, undecided);
    }

    /** The version that the next one goes back to; one already seen is as good as unknown. */
    private static @Nullable String previous(
            String version, Set<String> seen, Evidence evidence, Knowledge knowledge) {
        ModelReleased release = evidence.release(version);
        String previous = release == null ? null : release.previous();
        return previous != null
                        && !seen.contains(previous)
                        && knowledge.relevant(previous)
                        && knowledge.firstReleased(previous) != null
                ? previous
                : null;
    }

    /** Whether it was placed at or after {@code day} begins. */
    Issue since(Instant day) {
        boolean byDefault = !presumed.isBefore(day);
        boolean certain = possible.stream().allMatch(at -> !at.isBefore(day) == byDefault);
        if (certain || undecided == null) {
            return new Issue.Settled(byDefault);
        }
        return new Issue.Open(Question.SUBSTANTIAL_MODIFICATION, undecided, byDefault);
    }
}
