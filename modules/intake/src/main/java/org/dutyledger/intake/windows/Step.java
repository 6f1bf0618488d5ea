package org.dutyledger.intake.windows;

/** What leaves the counting of one partition. */
sealed interface Step {

    /** A part of a window's counts. */
    record Part(Counts counts) implements Step {}

    /** The event that tells of a record that was refused. */
    record Refused(byte[] event) implements Step {}
}
