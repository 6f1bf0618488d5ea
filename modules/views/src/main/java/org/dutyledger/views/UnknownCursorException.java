package org.dutyledger.views;

import org.jspecify.annotations.Nullable;

/** A cursor that no page of this list gave out. */
public class UnknownCursorException extends RuntimeException {

    private final String cursor;

    UnknownCursorException(String cursor, @Nullable Throwable cause) {
        super("not a cursor of this list: " + cursor, cause);
        this.cursor = cursor;
    }

    /** As it was given. */
    public String cursor() {
        return cursor;
    }
}
