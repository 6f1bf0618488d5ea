package org.dutyledger.web;

/** A reader has seen more than there is: it followed another record. */
class AheadOfRecordException extends RuntimeException {

    private final long last;

    AheadOfRecordException(long after, long last) {
        super(
                "the record ends at sequence %d, and the reader has seen %d: it followed another record, or this one was restored from an older state"
                        .formatted(last, after));
        this.last = last;
    }

    /** Where the record ends. */
    long last() {
        return last;
    }
}
