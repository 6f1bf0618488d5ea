package org.dutyledger.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * A duty changed: the duty as it stands from {@code time} on.
     *
     * @param duty of its breaches those that end after {@code since}
     * @param since breaches that end at or before it stand as told before, so that a finding does
     *     not grow with the history of its duty; null: all breaches are listed
     */
    record DutyChanged(
            ModelId model, Instant time, Law law, Change change, Duty duty, @Nullable Instant since)
            implements Finding {

        /** Lists all breaches. */
        public DutyChanged(ModelId model, Instant time, Law law, Change change, Duty duty) {
            this(model, time, law, change, duty, null);
        }

        /**
         * The same with all breaches listed.
         *
         * @param before the whole duty as told last, null: it never was
         */
        public DutyChanged whole(@Nullable Duty before) {
            if (since == null) {
                return this;
            }
            List<Duty.Breach> all = new ArrayList<>();
            for (Duty.Breach it : before == null ? List.<Duty.Breach>of() : before.breaches()) {
                if (it.to() != null && !it.to().isAfter(since)) {
                    all.add(it);
                }
            }
            all.addAll(duty.breaches());
            return new DutyChanged(model, time, law, change, duty.with(List.copyOf(all)));
        }
    }

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
