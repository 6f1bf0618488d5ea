package org.dutyledger.contract;

import java.time.Instant;
import java.util.List;

/**
 * What the engine concluded and what therefore leaves the ledger (contract, section 4).
 *
 * <p>Each carries when it became true ({@code time}: of a passed deadline the deadline itself) and
 * under which law it was judged.
 */
public sealed interface Finding {

    /** The model it is about. */
    ModelId model();

    /** When it became true. */
    Instant time();

    /** The rulebook and policy it was judged under. */
    Law law();

    /** A duty changed: the whole duty as it stands from {@code time} on. */
    record DutyChanged(ModelId model, Instant time, Law law, Change change, Duty duty)
            implements Finding {}

    /** The realised exposure changed. {@code because}: the facts that moved it. */
    record ExposureChanged(
            ModelId model, Instant time, Law law, Exposure exposure, List<String> because)
            implements Finding {}

    /**
     * Rulebook and policy with their SHA-256 digests, {@code sha-256:} and lower-case hex.
     *
     * @param rulebook id
     * @param policy id
     */
    record Law(String rulebook, String rulebookDigest, String policy, String policyDigest) {}

    /** What happened to a duty; the CloudEvents type is {@code org.dutyledger.duty.NAME.v1}. */
    enum Change {
        AROSE("arose"),
        DUE_SOON("due-soon"),
        BREACHED("breached"),
        DISCHARGED("discharged"),
        SUPERSEDED("superseded");

        private final String wireName;

        Change(String wireName) {
            this.wireName = wireName;
        }

        /** As in the CloudEvents type. */
        public String wireName() {
            return wireName;
        }
    }
}
