package org.dutyledger.contract.codec;

import org.dutyledger.contract.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

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
        } catch (StreamConstraintsException e) {
            first = unreadable(e, Reason.LIMIT, "within the limits of depth and length");
        } catch (JacksonException e) {
            first = unreadable(e, Reason.JSON, "well-formed JSON (RFC 8259)");
        }
        return Refusals.of(bytes, recorded, first);
    }

    private static Reason unreadable(JacksonException e, String rule, String expected) {
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        String where = at < 0 ? "" : "byte " + at + ": ";
        return new Reason("", rule, Found.shorten(where + e.getOriginalMessage()), expected);
    }
}
