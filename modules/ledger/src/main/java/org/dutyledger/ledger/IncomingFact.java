package org.dutyledger.ledger;

import org.dutyledger.contract.Fact;

/**
 * A valid fact on its way into the record.
 *
 * @param fact as read; its record time is not looked at, the ledger's own clock gives one
 * @param bytes the whole CloudEvent in structured JSON mode, as it came
 */
public record IncomingFact(Fact fact, byte[] bytes) {}
