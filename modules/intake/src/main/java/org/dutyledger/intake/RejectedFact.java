package org.dutyledger.intake;

import java.time.Instant;
import java.util.List;
import org.dutyledger.contract.codec.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived and was not recorded.
 *
 * @param id of this entry, the cursor of lists
 * @param verdict rejected or conflict
 * @param state whether it still waits for somebody
 * @param reasons all of them, at least one
 * @param source CloudEvents source as far as readable; null: not
 * @param fact CloudEvents id as far as readable; null: not
 * @param type CloudEvents type as far as readable; null: not
 * @param model {@code provider/model} as far as readable; null: not
 * @param origin where it came in
 * @param received when
 * @param size in bytes, as it arrived
 * @param content what arrived, read as UTF-8; at most its first 256 KiB; null in lists
 */
public record RejectedFact(
        long id,
        FactVerdict.Outcome verdict,
        State state,
        List<Reason> reasons,
        @Nullable String source,
        @Nullable String fact,
        @Nullable String type,
        @Nullable String model,
        Origin origin,
        Instant received,
        long size,
        @Nullable String content) {

    /** Whether it still waits for somebody. */
    public enum State {
        /** Not recorded. */
        OPEN,
        /** Read again under today's schema and recorded. */
        RETRIED
    }

    /**
     * A page of a list, newest first.
     *
     * @param facts at most as many as asked for
     * @param next cursor of the next page; null: this is the last one
     */
    public record Page(List<RejectedFact> facts, @Nullable Long next) {}
}
