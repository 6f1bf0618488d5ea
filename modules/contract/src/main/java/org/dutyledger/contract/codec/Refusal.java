package org.dutyledger.contract.codec;

import tools.jackson.core.JsonParser;

/** Ends the fast pass at the first thing that is wrong; carries no stack. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    Refusal(Reason reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    static Refusal at(JsonParser p, String rule, String found, String expected) {
        return new Refusal(
                new Reason(
                        p.streamReadContext().pathAsPointer().toString(),
                        rule,
                        Found.shorten(found),
                        expected));
    }

    Reason reason() {
        return reason;
    }
}
