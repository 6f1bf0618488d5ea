package org.dutyledger.intake;

import org.springframework.http.HttpStatus;

/** A request that cannot be taken apart into facts; nothing of it was recorded. */
public final class UnreadableBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String detail;

    UnreadableBodyException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
        this.detail = detail;
    }

    /** 400, 413 or 415. */
    HttpStatus status() {
        return status;
    }

    /** What is wrong, for the sender. */
    String detail() {
        return detail;
    }
}
