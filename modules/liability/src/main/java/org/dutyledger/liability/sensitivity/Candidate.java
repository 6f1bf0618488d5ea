package org.dutyledger.liability.sensitivity;

import java.util.List;
import org.dutyledger.contract.FactData;
import org.dutyledger.liability.law.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something that may happen or be found: the facts that would say so.
 *
 * @param facts at the instant asked about, in this order
 * @param warned the version each of whose outputs carries the warning from then on, null: none
 */
public record Candidate(Wording says, List<FactData> facts, @Nullable String warned) {

    static Candidate of(String en, String zh, FactData... facts) {
        return new Candidate(new Wording(en, zh), List.of(facts), null);
    }
}
