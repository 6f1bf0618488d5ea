package org.dutyledger.intake;

/** How much any door lets in; what is bigger is refused with its reason, never cut. */
final class FactLimits {

    /** One request: 16 MiB. */
    static final int BODY_BYTES = 16 * 1024 * 1024;

    /** Facts of a request that are recorded in one transaction. */
    static final int CHUNK = 1000;

    private FactLimits() {}
}
