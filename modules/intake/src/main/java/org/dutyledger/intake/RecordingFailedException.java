package org.dutyledger.intake;

/** A batch was read and could not be recorded; the consumer stands before it again. */
final class RecordingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordingFailedException(RuntimeException cause) {
        super(cause);
    }
}
