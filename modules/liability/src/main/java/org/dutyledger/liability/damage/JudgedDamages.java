package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Exposure;
import org.dutyledger.contract.Exposure.Scenarios;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything an answer says besides its duties (contract, section 4), each list in the order of
 * semantics rule 60. Amounts are in the rulebook's currency, with two decimals.
 */
public record JudgedDamages(
        List<Party> parties,
        List<Defect> defects,
        Exposure realised,
        List<Item> items,
        Potential potential,
        List<NeededFinding> needsFinding,
        List<TimeBar> timeBars,
        List<Defence> defences,
        List<Presumption> presumptions,
        List<Claim> claims,
        Consequences consequences) {

    /** A party and what it is in law (rule 40). */
    public record Party(String party, String role, List<String> because) {}

    /** A stretch of defect (rule 41); {@code to} null: open. */
    public record Defect(
            String type,
            List<String> alsoCountsAs,
            String about,
            Instant from,
            @Nullable Instant to) {}

    /** A head of damage counted in {@code high}, or {@code punitive} (rule 53). */
    public record Item(String harm, String head, BigDecimal amount, String rule) {}

    /** What must be decided, and what turns on it (rule 54). */
    public record NeededFinding(String question, String about, String effect) {}

    /**
     * The end of a period for claiming (rule 51): {@code open}, {@code claimed}, {@code barred}.
     */
    public record TimeBar(String rule, String harm, Instant ends, String state) {}

    /** A producer's defence (rule 48): {@code lost}, {@code proven}, {@code available}. */
    public record Defence(String rule, String harm, String state) {}

    /** What is presumed for the claimant (rule 49). */
    public record Presumption(String rule, String of, String harm, String state) {}

    /**
     * A claim (rule 55).
     *
     * @param forum null: none named
     * @param awarded as settled or judged, null: not yet
     * @param joint whether nobody's shares were found
     * @param phase {@code pre-court}, {@code court} or {@code closed}
     * @param steps how it got there, in order
     * @param against the parties it is against
     * @param remedies what it asks for
     * @param unassigned what of the likely amount falls to no share, null: nothing was shared
     * @param recourse from whom one who paid for all may ask back how much
     */
    public record Claim(
            String claim,
            String stage,
            @Nullable String forum,
            List<String> harms,
            Scenarios amount,
            @Nullable Money awarded,
            boolean joint,
            List<Share> shares,
            String phase,
            List<Step> steps,
            List<String> against,
            List<AskedRemedy> remedies,
            @Nullable BigDecimal unassigned,
            List<Recourse> recourse) {}

    /** A stage that a claim reached, {@code filed} first. */
    public record Step(String stage, Instant at) {}

    /**
     * What a claim asks for.
     *
     * @param rule that allows it, null: none of the rulebook
     * @param limited whether a limitation runs against it
     */
    public record AskedRemedy(String remedy, @Nullable String rule, boolean limited) {}

    /** What may be asked back from a party by one who paid for it. */
    public record Recourse(String from, BigDecimal amount, String rule) {}

    /** A party's share of a claim, 0..1, and what it comes to. */
    public record Share(String party, BigDecimal share, BigDecimal amount) {}

    /**
     * Expected future harm of outputs already served (rules 56 to 58).
     *
     * @param byRisk what drives it, by risk
     * @param exact mean and variance before any rounding
     */
    public record Potential(
            BigDecimal p10,
            BigDecimal p50,
            BigDecimal p90,
            BigDecimal mean,
            BigInteger outputsUnwarned,
            BigInteger outputsUnremedied,
            List<Driver> byRisk,
            Moments exact) {}

    /**
     * What one risk adds to the expected harm. Whole outputs, rounded down; each output counts in
     * one of the two parts.
     *
     * @param outputsUnremedied served while the risk should have been remedied
     * @param outputsUnwarned served at other times, without a due warning
     * @param ofUnremedied the mean by the former
     * @param ofUnwarned the mean by the latter
     */
    public record Driver(
            String risk,
            BigInteger outputsUnremedied,
            BigInteger outputsUnwarned,
            BigDecimal ofUnremedied,
            BigDecimal ofUnwarned,
            BigDecimal mean) {}
}
