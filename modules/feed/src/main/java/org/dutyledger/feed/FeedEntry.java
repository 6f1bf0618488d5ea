package org.dutyledger.feed;

import org.dutyledger.contract.Finding;

/**
 * One finding as every reader of the feed gets it.
 *
 * @param sequence its place in the one public order
 * @param event the CloudEvent in structured JSON mode: the same bytes on Kafka, in an answer, in a
 *     stream and to a webhook
 */
public record FeedEntry(long sequence, Finding finding, byte[] event) {}
