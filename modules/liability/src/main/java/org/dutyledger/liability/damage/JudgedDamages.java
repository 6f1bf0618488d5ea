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
        List<Claim> claims) {

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
     */
    public record Claim(
            String claim,
            String stage,
            @Nullable String forum,
            List<String> harms,
            Scenarios amount,
            @Nullable Money awarded,
            boolean joint,
            List<Share> shares) {}

    /** A party's share of a claim, 0..1, and what it comes to. */
    public record Share(String party, BigDecimal share, BigDecimal amount) {}

    /** Expected future harm of outputs already served (rules 56 to 58). */
    public record Potential(
            BigDecimal p10,
            BigDecimal p50,
            BigDecimal p90,
            BigDecimal mean,
            BigInteger outputsUnwarned,
            BigInteger outputsUnremedied) {}
}
