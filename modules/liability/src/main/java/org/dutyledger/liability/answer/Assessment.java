package org.dutyledger.liability.answer;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding.Law;
import org.dutyledger.contract.ModelId;
import org.dutyledger.liability.damage.JudgedDamages;
import org.dutyledger.liability.quality.Quality;

/**
 * The answer for one model (contract, section 4): its duties and what it owes, as of one instant,
 * as known at another.
 *
 * @param law rulebook and policy it was judged under, with their digests
 * @param duties by rule, then about
 * @param quality of each version that was assessed, in its parts
 * @param damages parties, defects, exposure, open questions and claims
 */
public record Assessment(
        Instant asOf,
        Instant knownAt,
        Law law,
        ModelId model,
        List<Duty> duties,
        JudgedDamages damages,
        List<Quality> quality) {}
