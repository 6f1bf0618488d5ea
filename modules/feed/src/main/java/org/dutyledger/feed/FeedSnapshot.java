package org.dutyledger.feed;

import java.util.List;

/**
 * What stands at a sequence: the last finding about each duty and exposure, in the order of their
 * sequences. Unlike in the feed each lists all breaches of its duty.
 *
 * @param sequence everything up to here is in it; the feed goes on from here
 */
public record FeedSnapshot(long sequence, List<FeedEntry> entries) {}
