package org.dutyledger.ledger.seal;

/**
 * Where a personal field's value stands in a fact's bytes, half-open.
 *
 * @param name of the field of {@code data}
 */
record PersonalField(String name, int from, int to) {}
