package org.dutyledger.web;

/** What was asked for is not there. */
class NotFoundException extends RuntimeException {

    NotFoundException(String message) {
        super(message);
    }
}
