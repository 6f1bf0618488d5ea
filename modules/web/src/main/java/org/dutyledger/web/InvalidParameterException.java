package org.dutyledger.web;

import org.jspecify.annotations.Nullable;

/** A parameter that cannot be understood: its name, what was found, what is expected. */
class InvalidParameterException extends RuntimeException {

    private final String parameter;
    private final @Nullable String found;
    private final String expected;

    InvalidParameterException(String parameter, @Nullable String found, String expected) {
        super(
                "parameter %s: found %s, expected %s"
                        .formatted(parameter, found == null ? "nothing" : found, expected));
        this.parameter = parameter;
        this.found = found;
        this.expected = expected;
    }

    String parameter() {
        return parameter;
    }

    /** Null: it is missing. */
    @Nullable String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
