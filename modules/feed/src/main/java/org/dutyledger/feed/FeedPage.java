package org.dutyledger.feed;

import java.util.List;

/**
 * A stretch of the feed as one reader sees it.
 *
 * @param entries those that pass the reader's filter, in order
 * @param reached everything up to this sequence has been looked at: the reader goes on from here,
 *     whether or not anything passed its filter
 * @param last the last sequence of the record at that moment
 */
public record FeedPage(List<FeedEntry> entries, long reached, long last) {

    /** Whether there is nothing behind this page yet. */
    public boolean atEnd() {
        return reached >= last;
    }
}
