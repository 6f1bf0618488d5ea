package org.dutyledger.web;

/** Every place for a stream or a waiting request is taken. */
class TooManyReadersException extends RuntimeException {

    TooManyReadersException() {
        super("every place for a stream or a waiting request is taken; ask without wait, or later");
    }
}
