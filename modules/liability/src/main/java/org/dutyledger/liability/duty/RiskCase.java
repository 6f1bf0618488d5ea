package org.dutyledger.liability.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.contract.FactData.RiskConfirmed;
import org.dutyledger.liability.duty.Cover.Effect;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.time.Interval;
import org.dutyledger.liability.time.Intervals;
import org.jspecify.annotations.Nullable;

/** A risk as it stands: its episodes, its remedies, the versions it affects (rules 17 to 26). */
final class RiskCase {

    private final Scene scene;
    private final String risk;
    private final List<Episode> episodes;
    private final List<Cover> covers;
    private final Map<Relevance, Set<String>> affectedNow = new HashMap<>();
    private final Map<Asked, Intervals> unremedied = new HashMap<>();

    /** What was asked about {@code S}. */
    private record Asked(Set<String> affected, Set<Effect> counting) {}

    RiskCase(Scene scene, String risk) {
        this.scene = scene;
        this.risk = risk;
        this.episodes =
                Episode.split(
                        scene.history().sheet(Kind.RISK, risk).upTo(scene.asOf()),
                        scene.policy().discovery());
        this.covers =
                new Remedies(scene.history(), scene.policy().remedyEffective(), scene.asOf())
                        .of(risk);
    }

    String risk() {
        return risk;
    }

    List<Episode> episodes() {
        return episodes;
    }

    /** Of which everything but past breaches is shown (rule 18), null: no fact. */
    @Nullable Episode last() {
        return episodes.isEmpty() ? null : episodes.getLast();
    }

    /** The affected versions that the rule looks at (rules 15, 17). */
    Set<String> affected(@Nullable Episode episode, Relevance relevance) {
        if (episode == null || !episode.equals(last())) {
            return read(episode, relevance);
        }
        return affectedNow.computeIfAbsent(relevance, it -> read(episode, it));
    }

    private Set<String> read(@Nullable Episode episode, Relevance relevance) {
        RiskConfirmed confirmation =
                episode != null
                                && episode.confirmation() != null
                                && episode.confirmation().data() instanceof RiskConfirmed it
                        ? it
                        : null;
        Set<String> affected =
                new LinkedHashSet<>(
                        scene.versions().affected(risk, confirmation, scene.relevance()));
        affected.removeIf(version -> !scene.versions().looksAt(version, relevance));
        return affected;
    }

    /** When the first of the versions was released, null: none. */
    @Nullable Instant firstReleased(Set<String> affected) {
        Instant first = null;
        for (String version : affected) {
            Instant it = scene.versions().firstReleased(version);
            first = first == null || (it != null && it.isBefore(first)) ? it : first;
        }
        return first;
    }

    /** Where {@code S} is false (rule 26) if remedies of these effects count. */
    Intervals unremedied(Set<String> affected, Set<Effect> counting) {
        return unremedied.computeIfAbsent(new Asked(affected, counting), this::unremedied);
    }

    private Intervals unremedied(Asked asked) {
        List<Interval> exposed = new ArrayList<>();
        for (String version : asked.affected()) {
            List<Interval> covered = new ArrayList<>();
            for (Cover cover : covers) {
                if (asked.counting().contains(cover.effect()) && names(cover, version)) {
                    covered.add(cover.span());
                }
            }
            exposed.addAll(scene.versions().live(version).minus(Intervals.of(covered)).list());
        }
        return Intervals.of(exposed);
    }

    private static boolean names(Cover cover, String version) {
        return cover.versions() == null || cover.versions().contains(version);
    }

    /** Whether a full remedy is in force whose effect a finding or measurement would decide. */
    boolean effectOpen() {
        return covers.stream()
                .filter(it -> it.span().contains(scene.asOf()))
                .anyMatch(it -> it.effect() == Effect.UNDECIDED || it.effect() == Effect.CONTESTED);
    }

    /** Since when a remedy that works covers every version, null: none does. */
    @Nullable Instant coveredSince() {
        return covers.stream()
                .filter(it -> it.effect() == Effect.EFFECTIVE && it.versions() == null)
                .filter(it -> it.span().to() == null)
                .map(it -> it.span().from())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
