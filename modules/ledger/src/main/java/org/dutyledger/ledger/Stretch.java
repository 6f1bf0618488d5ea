package org.dutyledger.ledger;

/**
 * A stretch of the record that is there to be read.
 *
 * @param first sequence
 * @param last sequence, included
 */
public record Stretch(long first, long last) {}
