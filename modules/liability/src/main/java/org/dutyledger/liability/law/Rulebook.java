package org.dutyledger.liability.law;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The law of one jurisdiction and layer as data (contract, section 3).
 *
 * @param digest {@code sha-256:} over the RFC 8785 form of the whole document
 * @param jurisdiction {@code CN}, {@code EU}, {@code US}
 * @param currency ISO 4217; money in another takes no part
 * @param zone where its days begin and end
 * @param states zone by state, where the rulebook is of several ({@code us-frontier}); else empty
 * @param rollOver whether periods in days that end on a weekend run to Monday
 * @param roleBecause rule ids that a party's role rests on
 * @param modifierBecause rule ids on which the role of one who modifies rests besides
 * @param roleCitations the rules of both, with their citations
 * @param consequences what follows besides damages
 * @param limits numbers of the statute that no policy may loosen
 * @param uncovered rows of the law that no fact can decide, and why
 */
public record Rulebook(
        String id,
        String digest,
        String jurisdiction,
        Layer layer,
        String currency,
        ZoneId zone,
        Map<String, ZoneId> states,
        boolean rollOver,
        Wording title,
        List<DutyRule> duties,
        List<String> roleBecause,
        List<String> modifierBecause,
        Map<String, Citation> roleCitations,
        DamagesRules damages,
        ConsequenceRules consequences,
        List<Limit> limits,
        List<Uncovered> uncovered) {

    /** Where the days of a rule begin and end. */
    public ZoneId zone(DutyRule rule) {
        ZoneId zoneOfState = rule.state() == null ? null : states.get(rule.state());
        return zoneOfState == null ? zone : zoneOfState;
    }

    /** What a version's {@code jurisdictions} must hold for the rule to look at it (rule 15). */
    public String jurisdiction(DutyRule rule) {
        @Nullable String state = rule.state();
        return state == null ? jurisdiction : state;
    }

    /** The place in the law of everything that it holds or lists. */
    public List<Citation> citations() {
        return Stream.of(
                        roleCitations.values().stream(),
                        duties.stream().map(DutyRule::citation),
                        damages.citations().values().stream(),
                        consequences.citations().stream(),
                        limits.stream().map(Limit::citation),
                        uncovered.stream().map(Uncovered::citation))
                .flatMap(each -> each)
                .toList();
    }

    /** What kind of law a rulebook is. */
    public enum Layer {
        IN_FORCE,
        CASE_LAW,
        STANDARD,
        PROPOSAL
    }

    /**
     * A number of the statute that meets a value of the policy.
     *
     * @param policy path of the value in the policy, such as {@code immediate.reportAuthority}
     * @param max longest duration (ISO 8601) or greatest number, null: none
     * @param min least number, null: none
     */
    public record Limit(
            Citation citation, String policy, @Nullable String max, @Nullable String min) {}

    /** A row of the law that is listed, not computed. */
    public record Uncovered(Citation citation, Wording why) {}
}
