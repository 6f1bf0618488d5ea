package org.dutyledger.contract.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Why bytes are not JSON within the limits. */
final class Unreadable {

    private Unreadable() {}

    static Reason reason(JacksonException e) {
        return e instanceof StreamConstraintsException
                ? reason(e, Reason.LIMIT, "within the limits of depth and length")
                : reason(e, Reason.JSON, "well-formed JSON (RFC 8259)");
    }

    private static Reason reason(JacksonException e, String rule, String expected) {
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        String where = at < 0 ? "" : "byte " + at + ": ";
        return new Reason("", rule, Found.shorten(where + e.getOriginalMessage()), expected);
    }
}
