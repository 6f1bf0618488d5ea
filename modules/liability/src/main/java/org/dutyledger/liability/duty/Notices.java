package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.Fact;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.liability.history.Sheet;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.DutyRule.VersionNotice;
import org.dutyledger.liability.law.LanguageRange;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** The notices that count for one version under one rule, and when they were in force (rule 32). */
final class Notices {

    /** A publication while it was in force. */
    private record InForce(Interval span, Fact fact, WarningPublished says) {}

    private final List<InForce> counting = new ArrayList<>();

    /** Those in force at {@code from} or later. */
    Notices(Scene scene, Instant from, VersionNotice rule, Set<String> placements, String version) {
        for (String warning : scene.history().ids(Kind.WARNING)) {
            Sheet sheet = scene.history().sheet(Kind.WARNING, warning);
            List<Fact> facts = sheet.upTo(scene.asOf());
            for (int i = Math.max(0, sheet.upTo(from).size() - 1); i < facts.size(); i++) {
                if (facts.get(i).data() instanceof WarningPublished says
                        && says.placement() != null
                        && placements.contains(says.placement())
                        && isIn(version, says.versions())
                        && LanguageRange.holds(rule.language(), says.locale())) {
                    Instant to = i + 1 < facts.size() ? facts.get(i + 1).time() : null;
                    Interval span = new Interval(facts.get(i).time(), to);
                    counting.add(new InForce(span, facts.get(i), says));
                }
            }
        }
    }

    /**
     * When a notice was in force on every surface.
     *
     * @param topic null: on any topic
     * @param surfaces of the version, null: none named, one notice is enough
     */
    Intervals everywhere(@Nullable String topic, @Nullable List<String> surfaces) {
        if (surfaces == null || surfaces.isEmpty()) {
            return on(topic, null);
        }
        Intervals everywhere = on(topic, surfaces.getFirst());
        for (String surface : surfaces.subList(1, surfaces.size())) {
            everywhere = everywhere.intersect(on(topic, surface));
        }
        return everywhere;
    }

    private Intervals on(@Nullable String topic, @Nullable String surface) {
        List<Interval> spans = new ArrayList<>();
        for (InForce it : counting) {
            if (carries(it, topic) && reaches(it, surface)) {
                spans.add(it.span());
            }
        }
        return Intervals.of(spans);
    }

    private static boolean carries(InForce it, @Nullable String topic) {
        return topic == null || isIn(topic, it.says().topics());
    }

    private static boolean reaches(InForce it, @Nullable String surface) {
        return surface == null || isIn(surface, it.says().surfaces());
    }

    private static boolean isIn(String id, @Nullable List<String> named) {
        return named == null || named.contains(id);
    }

    /** The publications in force at {@code t} that carry a topic to a surface of the version. */
    List<Fact> inForce(Instant t, List<@Nullable String> topics, @Nullable List<String> surfaces) {
        List<Fact> inForce = new ArrayList<>();
        for (InForce it : counting) {
            if (it.span().contains(t) && carriesAny(it, topics) && reachesAny(it, surfaces)) {
                inForce.add(it.fact());
            }
        }
        return inForce;
    }

    private static boolean carriesAny(InForce it, List<@Nullable String> topics) {
        boolean any = false;
        for (String topic : topics) {
            any |= carries(it, topic);
        }
        return any;
    }

    private static boolean reachesAny(InForce it, @Nullable List<String> surfaces) {
        boolean any = surfaces == null || surfaces.isEmpty();
        for (String surface : surfaces == null ? List.<String>of() : surfaces) {
            any |= reaches(it, surface);
        }
        return any;
    }
}
