package org.dutyledger.client;

/**
 * One event as it lies in the outbox.
 *
 * @param sequence its number in this outbox, from 1, for ever
 * @param counted whether it goes to the topic of counted answers, not to that of facts
 * @param key the Kafka key, {@code provider/model}
 * @param value the CloudEvent in structured mode
 */
record Message(long sequence, boolean counted, byte[] key, byte[] value) {

    /** Makes the message that gets a number. */
    interface Numbered {
        Message as(long sequence);
    }
}
