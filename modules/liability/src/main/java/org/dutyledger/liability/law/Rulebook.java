package org.dutyledger.liability.law;

import java.time.ZoneId;
import java.util.List;

/**
 * The law of one jurisdiction and layer as data (contract, section 3).
 *
 * @param digest {@code sha-256:} over the RFC 8785 form of the whole document
 * @param jurisdiction {@code CN}, {@code EU}, {@code US}
 * @param currency ISO 4217; money in another takes no part
 * @param zone where its days begin and end
 * @param rollOver whether periods in days that end on a weekend run to Monday
 * @param roleBecause rule ids that a party's role rests on
 * @param uncovered rows of the law that no fact can decide, and why
 */
public record Rulebook(
        String id,
        String digest,
        String jurisdiction,
        Layer layer,
        String currency,
        ZoneId zone,
        boolean rollOver,
        Wording title,
        List<DutyRule> duties,
        List<String> roleBecause,
        DamagesRules damages,
        List<Uncovered> uncovered) {

    /** What kind of law a rulebook is. */
    public enum Layer {
        IN_FORCE,
        CASE_LAW,
        STANDARD,
        PROPOSAL
    }

    /** A row of the law that is listed, not computed. */
    public record Uncovered(Citation citation, Wording why) {}
}
