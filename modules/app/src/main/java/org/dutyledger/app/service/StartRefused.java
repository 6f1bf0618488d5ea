package org.dutyledger.app.service;

/** The service must not or cannot start, for a reason that a person can act on. */
public final class StartRefused extends RuntimeException {

    private final String sentence;
    private final boolean outOfReach;

    private StartRefused(String message, boolean outOfReach) {
        super(message);
        this.sentence = message;
        this.outOfReach = outOfReach;
    }

    /** Something here must be changed first. */
    static StartRefused because(String message) {
        return new StartRefused(message, false);
    }

    /** A server does not answer. */
    static StartRefused outOfReach(String message) {
        return new StartRefused(message, true);
    }

    /** The reason, for a person. */
    public String sentence() {
        return sentence;
    }

    /** Whether the reason is a server that does not answer. */
    public boolean isOutOfReach() {
        return outOfReach;
    }
}
