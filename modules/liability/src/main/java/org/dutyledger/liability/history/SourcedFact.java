package org.dutyledger.liability.history;

import org.dutyledger.contract.Fact;

/**
 * A fact with the document it was read from.
 *
 * @param bytes the whole CloudEvent in structured JSON mode
 */
public record SourcedFact(Fact fact, byte[] bytes) {}
