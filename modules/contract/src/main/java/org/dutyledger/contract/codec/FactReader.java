package org.dutyledger.contract.codec;

import org.dutyledger.contract.Fact;
import tools.jackson.core.JacksonException;

/**
 * Reads one CloudEvent in structured JSON mode ({@code application/cloudevents+json}) as a fact.
 *
 * <p>A valid fact takes one pass over its bytes, no tree. Only what that pass refuses is held
 * against the JSON Schemas, to say every reason at once. Safe for use by several threads.
 */
public final class FactReader {

    /** No door takes a fact of more bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    /**
     * Reads what a sender sends (Kafka, HTTP). The extension {@code recordedtime} is ignored: the
     * record time of the result equals {@code time} and means nothing until the ledger gives one.
     */
    public Reading read(byte[] bytes) {
        return read(bytes, false);
    }

    /**
     * Reads a line of a facts file. {@code recordedtime} is the record time, absent: {@code time}
     * (semantics rule 2).
     */
    public Reading readRecorded(byte[] bytes) {
        return read(bytes, true);
    }

    private static Reading read(byte[] bytes, boolean recorded) {
        Reason first;
        try {
            Fact fact = EventPass.read(bytes, recorded);
            return new Reading.Read(fact, bytes);
        } catch (Refusal e) {
            first = e.reason();
        } catch (JacksonException e) {
            first = Unreadable.reason(e);
        }
        return Refusals.of(bytes, recorded, first);
    }
}
