package org.dutyledger.views;

import org.dutyledger.ledger.RecordEvent;

/**
 * An event of the record with its place in the one public order.
 *
 * @param sequence contiguous over all models, the same in views, feed and log
 */
record Sequenced(long sequence, RecordEvent event) {}
