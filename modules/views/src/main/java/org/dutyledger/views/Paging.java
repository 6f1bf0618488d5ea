package org.dutyledger.views;

import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list.
 *
 * @param after cursor of the page before, null: from the start
 * @param limit 1 to {@value #MOST}
 */
public record Paging(@Nullable String after, int limit) {

    /** The longest page. */
    public static final int MOST = 500;

    /** Refuses a limit out of range. */
    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ": " + limit);
        }
    }
}
