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

    /** Different for different laws, and for the same at another time. */
    public String fingerprint() {
        return digests(laws) + since;
    }

    /** The digests of all rulebooks and policies. */
    public static String digests(List<LawInForce> laws) {
        var digests = new StringBuilder();
        for (LawInForce law : laws) {
            Finding.Law cited = law.cited();
            digests.append(cited.rulebookDigest()).append(' ');
            digests.append(cited.policyDigest()).append('\n');
        }
        return digests.toString();
    }

    /** Whether a finding that was recorded at a time is of this law and not of an earlier one. */
    public boolean holds(Finding finding, Instant recorded) {
        return !recorded.isBefore(since)
                && laws.stream().anyMatch(law -> law.cited().equals(finding.law()));
    }
}
