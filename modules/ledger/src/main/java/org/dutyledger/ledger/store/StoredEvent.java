package org.dutyledger.ledger.store;

/**
 * An event as it stands in the table.
 *
 * @param type CloudEvents type
 * @param payload of a fact: the CloudEvent, personal fields sealed; of a finding: JSON
 */
public record StoredEvent(String type, byte[] payload) {}
