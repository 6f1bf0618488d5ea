package org.dutyledger.liability.law;

/** How well a rule's source was read: primary text, quoted, one secondary source, from memory. */
public enum Confidence {
    A,
    B,
    C,
    UNVERIFIED
}
