package org.dutyledger.client;

import java.util.List;
import org.dutyledger.contract.codec.Reason;

/** What became of a fact that was emitted. */
public sealed interface Emission {

    /**
     * It is in the outbox and will be sent.
     *
     * @param source its CloudEvents source
     * @param id its CloudEvents id
     */
    record Kept(String source, String id) implements Emission {}

    /**
     * It was not taken, and counted as refused.
     *
     * @param reasons why, at least one
     */
    record Refused(List<Reason> reasons) implements Emission {
        /** The rule of a reason that says: the outbox is full. */
        public static final String OUTBOX_FULL = "outbox-full";
    }
}
