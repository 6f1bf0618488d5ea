package org.dutyledger.ledger;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.Finding;
import org.dutyledger.liability.law.LawInForce;

/**
 * The law that the record is judged by.
 *
 * @param laws one per rulebook, all with the same policy
 * @param since the record time from which it has been in force; earlier findings are history
 */
public record LawsInForce(List<LawInForce> laws, Instant since) {

    /** Whether a finding that was recorded at a time is of this law and not of an earlier one. */
    public boolean holds(Finding finding, Instant recorded) {
        return !recorded.isBefore(since)
                && laws.stream().anyMatch(law -> law.cited().equals(finding.law()));
    }
}
